package minifaas.course.lab;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * JVMs with {@link TestJvm} that were started before they are needed, since a JVM takes as long to start as the compiler
 * takes for a lab. They end with this JVM.
 */
final class TestJvms {
    private record Waiting(List<String> command, Process process) {}

    // guarded by this
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Lets so many JVMs of this command wait, and none of any other. */
    synchronized void standBy(List<String> command, int count) throws IOException {
        waiting.stream()
                .filter(each -> !each.command().equals(command))
                .forEach(each -> each.process().destroy());
        waiting.removeIf(
                each -> !each.command().equals(command) || !each.process().isAlive());
        while (waiting.size() < count) waiting.add(new Waiting(command, start(command)));
    }

    /** A JVM of this command: one that waits, or else a new one. */
    synchronized Process take(List<String> command) throws IOException {
        for (Waiting each : waiting) {
            if (!each.command().equals(command) || !each.process().isAlive()) continue;
            waiting.remove(each);
            return each.process();
        }
        return start(command);
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).start();
    }
}
