package minifaas.course.lab;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The main class of the JVM that runs a student's code. It reads system properties and a plan, a line of JSON each, from
 * its standard input and writes an event, a line of JSON each, to its standard output, which the student's code does not
 * see: what that prints goes to the standard error stream.
 *
 * <p>It can be started before there is a plan: until then it loads what every run needs.
 */
final class TestJvm {
    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

    private TestJvm() {}

    public static void main(String[] arguments) throws Exception {
        var json = JsonMapper.builder().build();
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Rehearsal.runTests();
        String properties = input.readLine();
        if (properties == null) return; // there will be no plan
        json.readValue(properties, PROPERTIES).forEach(System::setProperty);
        TestPlan plan = json.readValue(input.readLine(), TestPlan.class);
        endWith(input);

        var events = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        JUnitRun.run(plan, TestJvm.class.getClassLoader(), event -> print(json, event, events));
        // not exit: threads and shutdown hooks that the student's code left behind have no say any more
        System.err.flush();
        Runtime.getRuntime().halt(0);
    }

    private static synchronized void print(JsonMapper json, TestEvent event, PrintStream events) {
        try {
            events.println(json.writeValueAsString(event));
        } catch (IOException bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Ends this JVM when the one that started it is gone: its end of the input closes with it. */
    private static void endWith(BufferedReader input) {
        var watch = new Thread(
                () -> {
                    try {
                        while (input.readLine() != null) continue;
                    } catch (IOException gone) {
                        // the same as the end of the input
                        System.err.println(gone.getMessage());
                    }
                    Runtime.getRuntime().halt(1);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }
}
