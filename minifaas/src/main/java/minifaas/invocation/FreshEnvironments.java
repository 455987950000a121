package minifaas.invocation;

import java.util.concurrent.CompletableFuture;
import minifaas.function.FunctionVersion;

/** A new environment for every invocation, thrown away after it: simple, and every call is cold. */
public final class FreshEnvironments implements Environments {
    private final Sandbox.Starter starter;

    public FreshEnvironments(Sandbox.Starter starter) {
        this.starter = starter;
    }

    @Override
    public CompletableFuture<Acquired> acquire(FunctionVersion version) {
        return CompletableFuture.completedFuture(new Granted(starter.start(version, NOBODY)));
    }

    @Override
    public void release(Sandbox sandbox, Sandbox.Run run) {
        sandbox.close();
    }

    private static final Sandbox.Watcher NOBODY = new Sandbox.Watcher() {
        @Override
        public void ready(Sandbox sandbox) {}

        @Override
        public void gone(Sandbox sandbox) {}
    };
}
