package minifaas.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minifaas.function.FunctionId;
import minifaas.invocation.Outcome;

/** Limits that do as a test says, and note what they are asked and told. */
final class ScriptedLimits implements LimitedInvoker.Limits {
    private final List<FunctionId> asked = new ArrayList<>();
    private final List<FunctionId> ended = new ArrayList<>();
    private Optional<Outcome.Throttled> refusal = Optional.empty();

    /** From now on every call is refused, for this reason. */
    void refuse(Outcome.Throttled reason) {
        refusal = Optional.of(reason);
    }

    /** For which functions a call was to be admitted, in their order. */
    List<FunctionId> asked() {
        return asked;
    }

    /** Of which functions a call was ended, in their order. */
    List<FunctionId> ended() {
        return ended;
    }

    @Override
    public Optional<Outcome.Throttled> admit(FunctionId function) {
        asked.add(function);
        return refusal;
    }

    @Override
    public void ended(FunctionId function) {
        ended.add(function);
    }
}
