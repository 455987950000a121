package minifaas.scaling;

import minifaas.function.FunctionVersion;

/**
 * What is known of one environment that was started before anybody called.
 *
 * @param number which one it is
 * @param version the code and the configuration that it was made from
 * @param state where it is in its life
 */
public record ProvisionedEnvironment(long number, FunctionVersion version, State state) {
    /** Where a provisioned environment is in its life. */
    public enum State {
        /** Its runtime initialises. */
        STARTING,
        /** It waits for a call. */
        IDLE,
        /** A call has it. */
        BUSY,
        /** It is being ended. */
        STOPPING
    }

    /** Whether it was made from exactly this code and this configuration. */
    boolean isOf(FunctionVersion wanted) {
        return version.deployment().equals(wanted.deployment());
    }

    /** What it takes of the memory that all environments have together, in MiB. */
    int memoryMiB() {
        return version.settings().memorySizeMiB();
    }

    /** The same environment in another state. */
    ProvisionedEnvironment become(State next) {
        return new ProvisionedEnvironment(number, version, next);
    }
}
