package minifaas.course.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;

/**
 * Runs two tests and the platform's demo, so that the JVM that does it can keep the classes of all libraries that a
 * lab's tests and the platform use. The two tests alone also make a JVM ready for others.
 */
final class Rehearsal {
    private Rehearsal() {}

    /**
     * Takes two arguments and ends the JVM.
     *
     * @param arguments minifaas's jar, and a data folder
     */
    public static void main(String[] arguments) throws Exception {
        runTests();
        HttpClient.newHttpClient(); // for the end-to-end tests
        // not on the class path: the student's version of minifaas comes in its place
        URL minifaas = Path.of(arguments[0]).toUri().toURL();
        var loader = new URLClassLoader(new URL[] {minifaas}, Rehearsal.class.getClassLoader());
        String[] demo = {"demo", "--exit", "--port", "0", "--data", arguments[1]};
        loader.loadClass("minifaas.cli.Main").getMethod("main", String[].class).invoke(null, (Object) demo);
    }

    /** Runs the tests as any others, and tells nobody about it. */
    static void runTests() throws JsonProcessingException, ClassNotFoundException {
        var json = JsonMapper.builder().build();
        String plan =
                json.writeValueAsString(new TestPlan(List.of(Piece.class.getName()), false, false, Set.of(), null, 0));
        JUnitRun.run(json.readValue(plan, TestPlan.class), Rehearsal.class.getClassLoader(), event -> {
            try {
                json.writeValueAsString(event);
            } catch (JsonProcessingException bug) {
                throw new IllegalStateException(bug);
            }
        });
    }

    /** One test that passes and one that fails. */
    static class Piece {
        @Checks(exercise = "0.1", points = 1, order = 1, hint = "")
        void passes() {
            Assertions.assertThat(List.of(1, 2)).as("a list").containsExactly(1, 2);
            Assertions.assertThat("text").as("a text").isEqualTo("text").contains("t");
        }

        @Checks(exercise = "0.1", points = 1, order = 2, hint = "")
        void fails() {
            Assertions.assertThat(1).as("a number").isEqualTo(2);
        }
    }
}
