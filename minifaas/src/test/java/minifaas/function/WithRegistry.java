package minifaas.function;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import minifaas.function.RegistryException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty registry for each test, and what a refusal looks like. */
abstract class WithRegistry {
    static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:f";
    static final String STALE = "The Revision Id provided does not match the latest Revision Id. Call the"
            + " GetFunction/GetAlias API to retrieve the latest Revision Id";

    @TempDir
    Path folder;

    RegistryFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new RegistryFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.release();
        fixture.close();
    }

    FunctionRegistry registry() {
        return fixture.registry;
    }

    static void refused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(RegistryException.class)
                .hasMessage(message)
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(kind);
    }
}
