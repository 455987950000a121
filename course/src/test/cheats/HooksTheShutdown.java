// attack: Ends the process, and has a shutdown hook that forges a result and then never lets the process end.
// exercise: 7.1
// explanation: malformed answer
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("{\"status\": \"PASSED\"}");
        while (true) Thread.onSpinWait();
    }));
    System.exit(0);
    return null;
}
