package minifaas.course.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** Runs two tests, so that the JVM that does it can keep all classes that a lab's tests use. */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws Exception {
        var json = JsonMapper.builder().build();
        String plan =
                json.writeValueAsString(new TestPlan(List.of(Piece.class.getName()), false, false, Set.of(), null, 0));
        HttpClient.newHttpClient(); // for the end-to-end tests
        JUnitRun.run(json.readValue(plan, TestPlan.class), Rehearsal.class.getClassLoader(), event -> {
            try {
                System.out.println(json.writeValueAsString(event));
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
