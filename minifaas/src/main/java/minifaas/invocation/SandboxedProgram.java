package minifaas.invocation;

import java.util.Optional;

/** The program in a sandbox: there is none before it is launched, and never one that cannot be; guarded by the sandbox. */
final class SandboxedProgram {
    private Optional<Program> program = Optional.empty();
    private boolean isFrozen;

    void launched(Program started) {
        program = Optional.of(started);
    }

    boolean isFrozen() {
        return isFrozen;
    }

    void freeze() {
        if (isFrozen) return;
        program.ifPresent(Program::freeze);
        isFrozen = true;
    }

    void thaw() {
        if (!isFrozen) return;
        program.ifPresent(Program::thaw);
        isFrozen = false;
    }

    /** Looks at its main process only. */
    void measure() {
        program.ifPresent(running -> running.sample(ProcessTable.EMPTY));
    }

    /** The most memory that it was seen to use, in bytes; 0 when there never was a program. */
    long peakMemoryBytes() {
        return program.map(Program::peakMemoryBytes).orElse(0L);
    }

    /** What to do when the sandbox has decided to end it. */
    Runnable killing() {
        return program.<Runnable>map(running -> running::kill).orElse(() -> {});
    }

    /** What to do when the machine's processes have been listed. */
    Runnable sampling(ProcessTable processes) {
        return program.<Runnable>map(running -> () -> running.sample(processes)).orElse(() -> {});
    }
}
