package minifaas.course.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Checks;
import minifaas.course.lab.TestPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JudgeMainTest {
    /** What the judge runs: it would wait for ever. */
    static class Waiting {
        @Checks(exercise = "1.1", points = 1, order = 1, hint = "wait")
        void waits() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Test
    void aJudgeThatCannotHearItsGraderAnyMoreEnds() throws Exception {
        var plan = new TestPlan(List.of(Waiting.class.getName()), false, false, Set.of(), null, 0);
        Process judge = new ProcessBuilder(
                        CourseJars.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JudgeMain.class.getName(),
                        "600000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = new DataOutputStream(judge.getOutputStream());
                var input = new DataInputStream(judge.getInputStream())) {
            new Message(Message.Kind.PLAN, JsonMapper.builder().build().writeValueAsBytes(plan)).write(output);
            String heard = "";
            while (!heard.contains("STARTED"))
                heard = new String(Message.read(input).orElseThrow().content(), UTF_8);
            output.writeByte(99); // no kind of message
            output.flush();
            assertThat(judge.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(judge.exitValue()).isEqualTo(1);
        } finally {
            judge.destroyForcibly();
        }
    }
}
