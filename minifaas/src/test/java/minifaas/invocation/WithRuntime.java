package minifaas.invocation;

import static minifaas.invocation.OpenSandbox.payload;
import static minifaas.invocation.RawRuntime.NEXT;
import static minifaas.invocation.RawRuntime.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import minifaas.invocation.RawRuntime.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox for each test, and a runtime that is connected to it and has said nothing yet. */
abstract class WithRuntime {
    OpenSandbox open;
    RawRuntime runtime;

    @BeforeEach
    void open(@TempDir Path data) throws Exception {
        open = new OpenSandbox(data);
        runtime = open.connect();
    }

    @AfterEach
    void close() throws Exception {
        runtime.close();
        open.close();
    }

    static void isAccepted(Answer answer) {
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().strip()).isEqualTo("{\"status\":\"OK\"}");
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json");
    }

    /** After whatever happened, an ordinary runtime on a new connection can do its work. */
    void stillWorks() throws Exception {
        var run = open.run("still", "1");
        try (var another = open.connect()) {
            assertThat(another.ask(NEXT).body()).isEqualTo("1");
            isAccepted(another.ask(post("invocation/still/response", "2")));
        }
        assertThat(payload(run)).isEqualTo("2");
    }
}
