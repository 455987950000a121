package minifaas.invocation;

import static minifaas.invocation.StartedFunction.answer;
import static minifaas.invocation.StartedFunction.log;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of {@link SandboxContract}: what a handler is given, and what comes back of it. */
interface AnswersContract extends StartsFunctions {
    @Test
    default void theHandlerGetsTheEventAndItsAnswerComesBack() throws Exception {
        var echo = start("echo", "def handler(event, context): return {'got': event}");

        assertThat(echo.answer("{\"a\":1}")).isEqualTo("{\"got\": {\"a\": 1}}");
    }

    @Test
    default void codeThatCannotBeImportedFailsTheInvocationWithTheReason() throws Exception {
        var broken = start("broken", "import no_such_module");

        Sandbox.Run run = broken.run("{}");

        assertThat(answer(run)).contains("Runtime.ImportModuleError", "no_such_module");
        assertThat(((Outcome.FunctionError) run.outcome().get()).kind()).isEqualTo(Outcome.Kind.INIT);
        assertThat(log(run))
                .containsPattern("INIT_REPORT Init Duration: [\\d.]+ ms\tPhase: init\tStatus: error\t"
                        + "Error Type: Runtime.ImportModuleError\nSTART RequestId: ")
                .containsPattern("Billed Duration: [1-9]\\d* ms\tMemory Size: 128 MB\tMax Memory Used: [1-9]\\d* MB\t"
                        + "Init Duration: [1-9][\\d.]+ ms\tStatus: error");
    }

    @Test
    default void anAnswerOverTheLimitIsReplacedByAnErrorAndTheEnvironmentGoesOn() throws Exception {
        var large = start("large", "def handler(event, context): return 'x' * event");

        Sandbox.Run tooLarge = large.run(String.valueOf(7_000_000));
        assertThat(answer(tooLarge)).contains("Function.ResponseSizeTooLarge", "6291556");
        assertThat(log(tooLarge)).contains("Function.ResponseSizeTooLarge");
        assertThat(large.answer("3")).isEqualTo("\"xxx\"");
        assertThat(large.answer("6000000")).hasSize(6_000_002);
    }

    @Test
    default void whatAFunctionPrintsStandsBetweenTheLinesOfThePlatform() throws Exception {
        var print = start("print", "def handler(event, context): print('hello log')");

        assertThat(log(print.run("{}")))
                .containsPattern("(?s)START RequestId: \\S+ Version: \\$LATEST\nhello log\nEND RequestId: \\S+\n"
                        + "REPORT RequestId: \\S+\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: [1-9]\\d* MB\tInit Duration: [\\d.]+ ms\t\n");
        assertThat(log(print.run("{}"))).doesNotContain("Init Duration");
    }
}
