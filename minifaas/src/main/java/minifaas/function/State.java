package minifaas.function;

/**
 * Whether a version can be invoked (AWS: State, StateReason and StateReasonCode of GetFunctionConfiguration,
 * docs.aws.amazon.com/lambda/latest/dg/functions-states.html, 2026-11).
 *
 * @param name AWS's word for it
 * @param reason a sentence, empty when there is nothing to explain
 * @param reasonCode AWS's code for the reason, empty when there is nothing to explain
 */
public record State(Name name, String reason, String reasonCode) {
    /** The states that occur here. */
    public enum Name {
        /** It is being made ready. */
        Pending,
        /** It can be invoked. */
        Active,
        /** It could not be made ready. */
        Failed
    }

    static State pending() {
        return new State(Name.Pending, "The function is being created.", "Creating");
    }

    static State active() {
        return new State(Name.Active, "", "");
    }

    static State failed(String reason) {
        return new State(Name.Failed, reason, "InternalError");
    }

    boolean is(Name other) {
        return name == other;
    }
}
