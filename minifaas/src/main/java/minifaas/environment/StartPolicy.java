package minifaas.environment;

import minifaas.function.FunctionVersion;

/** Decides whether a pool may start a further environment. */
@FunctionalInterface
public interface StartPolicy {
    /** Whether an environment of this version may be started now, if there is room or can be made. */
    boolean mayStart(FunctionVersion version);

    /** One is started, which was allowed. */
    default void started(FunctionVersion version) {}

    /** As many as there is room for. */
    static StartPolicy always() {
        return version -> true;
    }
}
