package minifaas.course.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import minifaas.course.lab.GradedTest;
import minifaas.course.lab.Status;
import minifaas.course.lab.TestEvent;
import minifaas.course.lab.TestResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final TestResult PASSED =
            new TestResult(new GradedTest("T#t", "1.1", "t", 1, 1, "", ""), Status.PASSED, "");

    private final List<Message.Kind> sent = new ArrayList<>();
    private final Workers workers = new Workers(message -> sent.add(message.kind()));

    @BeforeEach
    void start() {
        workers.start();
        workers.link();
    }

    @Test
    void aDeadlineOfTheTestThatRunsInterruptsAndFailsIt() {
        workers.overran(workers.test(), Thread.currentThread(), "too late");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(workers.judged(PASSED))
                .isEqualTo(TestEvent.lost(new TestResult(PASSED.test(), Status.DID_NOT_END, "too late")));
        assertThat(sent).containsExactly(Message.Kind.START, Message.Kind.STOP);
    }

    @Test
    void aDeadlineOfATestThatHasEndedIsNotTheNextOnes() {
        int first = workers.test();
        assertThat(workers.judged(PASSED)).isEqualTo(TestEvent.ended(PASSED));
        workers.link();
        workers.overran(first, Thread.currentThread(), "too late");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(workers.judged(PASSED)).isEqualTo(TestEvent.ended(PASSED));
        assertThat(sent).doesNotContain(Message.Kind.STOP);
    }
}
