// attack: Writes what a run of passed tests could look like to the process's real standard output.
// exercise: 7.1
// explanation: malformed answer
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    var output = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    output.println("{\"kind\":\"ENDED\",\"result\":{\"test\":{\"id\":\"7.1\",\"points\":2},\"status\":\"PASSED\"}}");
    output.println("Tests run: 6, Failures: 0, Errors: 0, Skipped: 0");
    return null;
}
