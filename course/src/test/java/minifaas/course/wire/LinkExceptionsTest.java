package minifaas.course.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.concurrent.Callable;
import minifaas.function.RegistryException;
import minifaas.kernel.NotWrittenYet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How exceptions cross a connection. */
class LinkExceptionsTest {
    private final Pair pair = new Pair(WorkersCode.class);

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void exceptionsCrossWithTheirDataWhenTheirTypeMay() {
        assertThat(catchThrowable(() -> pair.call("fail", "eof")))
                .isExactlyInstanceOf(EOFException.class)
                .hasMessage("the end");
        assertThat(catchThrowable(() -> pair.call("fail", "other")))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasRootCauseExactlyInstanceOf(IOException.class);
        var refusal = (RegistryException) catchThrowable(() -> pair.call("fail", "registry"));
        assertThat(refusal).hasMessage("bad name");
        assertThat(refusal.kind()).isEqualTo(RegistryException.Kind.VALIDATION);
        var missing = (NotWrittenYet) catchThrowable(() -> pair.call("fail", "stub"));
        assertThat(missing.exercise()).isEqualTo("7.1");
    }

    @Test
    void anyOtherExceptionIsTextAndNoneIsOneOfTheTestFramework() {
        assertThat(catchThrowable(() -> pair.call("fail", "assertion")))
                .isExactlyInstanceOf(ForeignException.class)
                .hasMessage("java.lang.AssertionError: seems right to me");
        assertThat(catchThrowable(() -> pair.call("fail", "memory"))).isExactlyInstanceOf(ForeignException.class);
        assertThat(catchThrowable(() -> pair.call("fail", "own")))
                .isExactlyInstanceOf(ForeignException.class)
                .hasMessageEndingWith("OwnException: mine");
    }

    @Test
    void anExceptionOfAnotherTypeCrossesAsTheNearestAboveThatMay() {
        assertThat(catchThrowable(() -> pair.call("fail", "date")))
                .isExactlyInstanceOf(DateTimeException.class)
                .hasMessageStartingWith("java.time.format.DateTimeParseException: Text 'today'");
        assertThat(catchThrowable(() -> pair.call("fail", "path")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.nio.file.InvalidPathException: no path: ?");
        assertThat(pair.broken).hasNullValue();
    }

    @Test
    void aClassThatTheOtherSideLacksIsNotSentAsOneOfMinifaas() {
        assertThat(catchThrowable(() -> pair.call("fail", "student")))
                .isExactlyInstanceOf(ForeignException.class)
                .hasMessage("minifaas.shop.OwnOfAStudent: mine");
        assertThat(pair.broken).hasNullValue();
    }

    @Test
    void anErrorOfATestsHandlerIsAnErrorThere() {
        Callable<String> thrower = () -> {
            throw new OutOfMemoryError("heap");
        };
        assertThat(pair.call("caught", thrower)).isEqualTo("memory: heap");
    }
}
