package minifaas.invocation;

import java.io.IOException;
import java.util.List;
import minifaas.function.FunctionVersion;

/** A kind of sandbox as {@link SandboxContract} needs it: how one starts, and what the machine shows of it. */
public interface SandboxKind extends AutoCloseable {
    /** Starts sandboxes of this kind; the code of a function lies in {@link SandboxContract#code}. */
    Sandbox.Starter starter();

    /** The machine's processes that carry out a function and still run. */
    List<Long> processesOf(FunctionVersion version) throws IOException;

    /** Whether a process runs that a function started; the number is the one by which the function knows it. */
    boolean isRunning(long process) throws IOException;

    /** Ends what the kind itself has; no sandbox runs any more. */
    @Override
    void close() throws IOException;
}
