package minifaas.function;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import minifaas.kernel.Clock;
import minifaas.kernel.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes functions ready in the background: unpacks their code, has it prepared, and says that they are Active. And
 * clears up behind them.
 */
final class Deployer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Deployer.class);
    private static final int WORKERS = 2;

    /** An environment that is being started may still copy code which nobody needs any more. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final FunctionStore store;
    private final CodeFolder folder;
    private final Clock clock;
    private final Preparation preparation;
    private final Consumer<FunctionId> whenDone;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(WORKERS, work -> Threads.daemon("deployer", work));

    Deployer(
            FunctionStore store,
            CodeFolder folder,
            Clock clock,
            Preparation preparation,
            Consumer<FunctionId> whenDone) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.preparation = preparation;
        this.whenDone = whenDone;
    }

    /** Makes the code and settings ready that a function has now. */
    void deploy(FunctionId id) {
        later(() ->
                store.find(id).ifPresent(function -> deploy(function.latest().version())));
    }

    /** After a restart: clears up, and goes on with all that was not finished. */
    void resume() {
        later(this::sweep);
        for (FunctionRecord function : store.all()) if (function.latest().isInProgress()) deploy(function.id());
    }

    /** Some code may not be needed any more. */
    void sweepLater() {
        clock.after(GRACE, () -> later(this::sweep));
    }

    private void deploy(FunctionVersion version) {
        FunctionId id = version.function();
        String deployment = version.deployment();
        try {
            unpack(version);
            preparation.prepare(version);
            store.change(id, function -> function.prepared(deployment));
        } catch (IOException | RuntimeException failure) {
            if (workers.isShutdown()) return; // it is done again at the next start
            log.warn("{} could not be made ready", id.arn(), failure);
            store.change(id, function -> function.failed(deployment, String.valueOf(failure.getMessage())));
        }
        whenDone.accept(id);
    }

    /** Unpacks the code of a version, unless that was done before. */
    void unpack(FunctionVersion version) throws IOException {
        String digest = version.codeSha256();
        if (folder.has(digest)) return;
        byte[] archive = store.archive(digest).orElseThrow(() -> new IOException("the code was deleted meanwhile"));
        folder.unpack(digest, archive);
    }

    private void sweep() {
        var needed = store.all().stream()
                .flatMap(function -> function.digests().stream())
                .map(Code::fileName)
                .collect(Collectors.toSet());
        try {
            folder.sweep(needed::contains);
        } catch (IOException failure) {
            log.warn("old code could not be deleted", failure);
        }
    }

    private void later(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException closed) {
            log.debug("nothing more is deployed: the registry is closed");
        }
    }

    /** Ends the work, which goes on at the next start. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
