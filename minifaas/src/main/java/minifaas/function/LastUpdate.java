package minifaas.function;

/**
 * How far the last change of a version has come (AWS: LastUpdateStatus, LastUpdateStatusReason and
 * LastUpdateStatusReasonCode of GetFunctionConfiguration, docs.aws.amazon.com/lambda/latest/dg/functions-states.html,
 * 2026-11).
 *
 * @param status AWS's word for it
 * @param reason a sentence, empty when there is nothing to explain
 * @param reasonCode AWS's code for the reason, empty when there is nothing to explain
 */
public record LastUpdate(Status status, String reason, String reasonCode) {
    /** How far it has come. */
    public enum Status {
        /** It is being made ready; what was there before serves invocations meanwhile. */
        InProgress,
        /** It serves invocations. */
        Successful,
        /** It could not be made ready; what was there before goes on serving. */
        Failed
    }

    static LastUpdate inProgress() {
        return new LastUpdate(Status.InProgress, "The function is being created.", "Creating");
    }

    static LastUpdate successful() {
        return new LastUpdate(Status.Successful, "", "");
    }

    static LastUpdate failed(String reason) {
        return new LastUpdate(Status.Failed, reason, "InternalError");
    }

    boolean is(Status other) {
        return status == other;
    }
}
