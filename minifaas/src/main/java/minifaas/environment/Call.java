package minifaas.environment;

import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;
import minifaas.invocation.Environments;
import minifaas.invocation.Outcome;

/** Somebody who wants an environment of a version, and gets an answer as soon as the pool has decided. */
record Call(FunctionVersion version, CompletableFuture<Environments.Acquired> answer) {
    /** What an environment for it needs. */
    int memoryMiB() {
        return version.settings().memorySizeMiB();
    }

    void refuse(String message) {
        answer.complete(new Environments.Refused(new Outcome.Throttled("ConcurrentInvocationLimitExceeded", message)));
    }

    /** It can never have an environment. */
    void refuseAsTooLarge(int budgetMiB) {
        refuse("Rate Exceeded. An environment of " + version.function().name() + " needs " + memoryMiB()
                + " MiB, and all environments together may have " + budgetMiB + " MiB (--memory).");
    }
}
