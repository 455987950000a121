package minifaas.async;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import minifaas.function.RegistryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:q";
    private static final String OTHER = "arn:aws:sqs:us-east-1:000000000000:other";

    private final Targets targets = new Targets();

    @ParameterizedTest
    @CsvSource({"sns, 10", "s3, 10", "events, 10", "sqs, 11"})
    void aKindThatIsNotThereIsRefusedWithItsChapter(String service, String chapter) {
        assertThatThrownBy(() -> targets.require("arn:aws:" + service + ":us-east-1:000000000000:x"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("chapter " + chapter + ",");
    }

    @Test
    void whatIsNotThereIsRefused() {
        targets.add("sqs", new FakeTarget(QUEUE));
        assertThatCode(() -> targets.require(QUEUE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> targets.require(OTHER))
                .isInstanceOf(RegistryException.class)
                .hasMessage("The destination ARN " + OTHER + " is invalid.");
    }

    @Test
    void deadLettersGoToQueuesAndTopicsThatAreThere() {
        assertThatCode(() -> targets.requireForDeadLetters("")).doesNotThrowAnyException();
        assertThatThrownBy(() -> targets.requireForDeadLetters(QUEUE)).hasMessageContaining("chapter 11");
        targets.add("sqs", new FakeTarget(QUEUE));
        assertThatCode(() -> targets.requireForDeadLetters(QUEUE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> targets.requireForDeadLetters(OTHER)).hasMessageContaining("is invalid");
        targets.add("lambda", new FakeTarget(Events.ARN + "f"));
        assertThatThrownBy(() -> targets.requireForDeadLetters(Events.ARN + "f"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("SQS queues and SNS topics only");
        assertThatThrownBy(() -> targets.requireForDeadLetters("queue"))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith("1 validation error detected: Value 'queue' at 'deadLetterConfig.targetArn'");
    }
}
