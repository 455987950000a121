// exercise: 9.1
// thinks: The call went well, so it succeeded, with nothing to say.
// hint: What exactly do you promise, and who has the event if the process is killed right after that?
import java.nio.charset.StandardCharsets;
@Override
public CompletableFuture<Result> invoke(Invocation invocation) {
    if (invocation.type() != Invocation.Type.EVENT) return invoker.invoke(invocation);
    return store.keep(QueuedEvent.of(invocation, clock.now()))
            .thenApply(kept -> new Result(new Outcome.Succeeded("null".getBytes(StandardCharsets.UTF_8)), new byte[0]));
}
