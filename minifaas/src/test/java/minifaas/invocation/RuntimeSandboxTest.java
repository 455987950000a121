package minifaas.invocation;

import static minifaas.invocation.OpenSandbox.log;
import static minifaas.invocation.OpenSandbox.outcome;
import static minifaas.invocation.OpenSandbox.payload;
import static minifaas.invocation.RawRuntime.NEXT;
import static minifaas.invocation.RawRuntime.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A sandbox's deadlines and ends, on a clock that the test moves. */
class RuntimeSandboxTest extends WithRuntime {
    private void isReady() throws Exception {
        runtime.send(NEXT);
        await().until(() -> open.heard.contains("ready"));
    }

    private CompletableFuture<Sandbox.Run> running(String requestId) throws Exception {
        isReady();
        var run = open.run(requestId, "{}");
        assertThat(runtime.answer().status()).isEqualTo(200);
        return run;
    }

    private static Outcome.Kind kind(CompletableFuture<Sandbox.Run> run) throws Exception {
        return ((Outcome.FunctionError) outcome(run)).kind();
    }

    @Test
    void anInvocationThatOverrunsItsTimeFailsAndTheProgramIsKilled() throws Exception {
        var run = running("one");

        open.clock.advance(Duration.ofMillis(2999));
        assertThat(run).isNotDone();
        open.clock.advance(Duration.ofMillis(1));

        assertThat(kind(run)).isEqualTo(Outcome.Kind.TIMEOUT);
        assertThat(payload(run))
                .isEqualTo("{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":"
                        + "\"RequestId: one Error: Task timed out after 3.00 seconds\"}");
        assertThat(log(run))
                .isEqualTo("START RequestId: one Version: $LATEST\none Task timed out after 3.00 seconds\n\n"
                        + "END RequestId: one\nREPORT RequestId: one\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: 42 MB\tInit Duration: 0.00 ms\tStatus: timeout\t\n");
        assertThat(open.program.events()).contains("kill");
    }

    @Test
    void theTimeCountsFromTheEventsDeliveryAndNotFromTheCall() throws Exception {
        var run = open.run("one", "{}");
        open.clock.advance(Duration.ofSeconds(9)); // initialising
        assertThat(runtime.ask(NEXT).status()).isEqualTo(200);

        open.clock.advance(Duration.ofMillis(2999));

        assertThat(run).isNotDone();
        runtime.ask(post("invocation/one/response", "1"));
        assertThat(log(run))
                .contains("\tDuration: 2999.00 ms\tBilled Duration: 11999 ms\t", "Init Duration: 9000.00 ms");
    }

    @Test
    void eachInvocationHasItsOwnTime() throws Exception {
        var first = running("one");
        open.clock.advance(Duration.ofSeconds(2));
        runtime.ask(post("invocation/one/response", "1"));
        assertThat(payload(first)).isEqualTo("1");
        var second = open.run("two", "{}");
        assertThat(runtime.ask(NEXT).status()).isEqualTo(200);

        open.clock.advance(Duration.ofSeconds(2));

        assertThat(second).isNotDone();
        assertThat(open.program.events()).isEmpty();
    }

    @Test
    void aRuntimeThatAnsweredButNeverAsksForTheNextEventTimesOutAndNothingRan() throws Exception {
        var first = running("one");
        runtime.ask(post("invocation/one/response", "1"));
        assertThat(payload(first)).isEqualTo("1");
        var second = open.run("two", "{}");

        open.clock.advance(Duration.ofSeconds(3));

        assertThat(kind(second)).isEqualTo(Outcome.Kind.TIMEOUT);
        assertThat(log(second))
                .isEqualTo("START RequestId: two Version: $LATEST\ntwo Task timed out after 3.00 seconds\n\n"
                        + "END RequestId: two\nREPORT RequestId: two\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: 42 MB\tStatus: timeout\t\n");
        assertThat(open.program.events()).contains("kill");
    }

    @Test
    void initialisationThatTakes10SecondsFailsTheInvocation() throws Exception {
        var run = open.run("one", "{}");

        open.clock.advance(Duration.ofMillis(9999));
        assertThat(run).isNotDone();
        open.clock.advance(Duration.ofMillis(1));

        assertThat(kind(run)).isEqualTo(Outcome.Kind.INIT);
        assertThat(payload(run)).contains("Sandbox.Timedout", "Task timed out after 10.00 seconds");
        assertThat(open.program.events()).contains("kill");
    }

    @Test
    void anInitialisationThatTakesTooLongIsReportedAndBilledWithItsTime() throws Exception {
        var run = open.run("one", "{}");
        open.program.uses(77);

        open.clock.advance(Duration.ofSeconds(10));

        assertThat(log(run))
                .isEqualTo("INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout\n"
                        + "START RequestId: one Version: $LATEST\n"
                        + "RequestId: one Error: Task timed out after 10.00 seconds\nSandbox.Timedout\n"
                        + "END RequestId: one\nREPORT RequestId: one\tDuration: 0.00 ms\tBilled Duration: 10000 ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: 77 MB\tInit Duration: 10000.00 ms\tStatus: error\t\n");
    }

    @Test
    void anInitialisationThatTheRuntimeReportsAsFailedIsReportedAndBilledWithItsTime() throws Exception {
        var run = open.run("one", "{}");
        open.clock.advance(Duration.ofMillis(1500));
        open.program.uses(55);

        runtime.ask(post("init/error", "{}")
                .replace("Host: ", "Lambda-Runtime-Function-Error-Type: Runtime.ImportModuleError\r\nHost: "));

        assertThat(log(run))
                .isEqualTo("INIT_REPORT Init Duration: 1500.00 ms\tPhase: init\tStatus: error\t"
                        + "Error Type: Runtime.ImportModuleError\nSTART RequestId: one Version: $LATEST\n"
                        + "END RequestId: one\nREPORT RequestId: one\tDuration: 0.00 ms\tBilled Duration: 1500 ms\t"
                        + "Memory Size: 128 MB\tMax Memory Used: 55 MB\tInit Duration: 1500.00 ms\tStatus: error\t\n");
    }

    @Test
    void anInitialisationThatFailsWithoutATypeIsOfAnUnknownOne() throws Exception {
        var run = open.run("one", "{}");

        runtime.ask(post("init/error", "{\"errorType\":\"Runtime.Other\"}"));

        assertThat(log(run)).contains("Status: error\tError Type: Runtime.Unknown\n");
    }

    @Test
    void ofAProgramThatEndsWhileItInitialisesTheLastLookIsReported() throws Exception {
        var run = open.run("one", "{}");
        open.program.uses(33);
        open.clock.advance(Duration.ofMillis(10)); // when it is looked at
        open.program.uses(99);
        open.clock.advance(Duration.ofMillis(5));

        open.program.ended().complete(new Program.Exit(1));
        open.sandbox.ended(new Program.Exit(1));

        assertThat(log(run))
                .startsWith("INIT_REPORT Init Duration: 15.00 ms\tPhase: init\tStatus: error\t"
                        + "Error Type: Runtime.ExitError\n")
                .contains("Billed Duration: 15 ms\t", "Max Memory Used: 33 MB\tInit Duration: 15.00 ms\t");
    }

    @Test
    void aProgramThatCannotBeLaunchedHasNoInitialisationToReport() throws Exception {
        open.sandbox.notLaunched(
                invocation -> new Outcome.FunctionError(new byte[0], Outcome.Kind.INIT), "no such file");

        assertThat(log(open.run("one", "{}"))).doesNotContain("INIT_REPORT", "Init Duration");
    }

    @Test
    void theFirstInvocationsExitIsReportedWithTheMemoryThatTheRuntimeHadWhenItWasReady() throws Exception {
        open.program.uses(64);
        var run = running("one");

        open.program.ended().complete(new Program.Exit(1));
        open.sandbox.ended(new Program.Exit(1));

        assertThat(log(run)).contains("Max Memory Used: 64 MB\t", "Status: error");
    }

    @Test
    void aTimeoutIsReportedWithTheMemoryThatTheFunctionHadBeforeItWasKilled() throws Exception {
        var first = running("one");
        runtime.ask(post("invocation/one/response", "1"));
        assertThat(payload(first)).isEqualTo("1");
        var second = open.run("two", "{}");
        assertThat(runtime.ask(NEXT).status()).isEqualTo(200);
        open.program.uses(101);

        open.clock.advance(Duration.ofSeconds(3));

        assertThat(log(second)).contains("Max Memory Used: 101 MB\t", "Status: timeout");
    }

    @Test
    void aProgramThatEndsWhileItInitialisesFailsTheInvocationThatComesLater() throws Exception {
        open.sandbox.ended(new Program.Exit(1));

        var run = open.run("one", "{}");

        assertThat(kind(run)).isEqualTo(Outcome.Kind.INIT);
        assertThat(payload(run)).contains("Runtime.ExitError", "exit status 1");
        assertThat(open.heard).doesNotContain("ready");
    }

    @Test
    void aProgramThatEndsDuringAnInvocationFailsIt() throws Exception {
        var run = running("one");

        open.sandbox.ended(new Program.Exit(137));

        assertThat(kind(run)).isEqualTo(Outcome.Kind.EXIT);
        assertThat(payload(run)).contains("RequestId: one Error: Runtime exited with error: signal: killed");
    }

    @Test
    void aProgramThatEndsBetweenTwoInvocationsRanNothingOfTheSecond() throws Exception {
        isReady();
        open.sandbox.ended(new Program.Exit(0));

        var run = open.run("one", "{}");

        assertThat(run.get(30, TimeUnit.SECONDS).outcome()).isEmpty();
    }

    @Test
    void closingDuringAnInvocationKillsTheProgramAndTheInvocationEndsWithIt() throws Exception {
        var run = running("one");

        open.sandbox.close();
        assertThat(open.program.events()).containsExactly("kill");
        assertThat(run).isNotDone();
        open.sandbox.ended(new Program.Exit(137));

        assertThat(kind(run)).isEqualTo(Outcome.Kind.EXIT);
    }

    @Test
    void aProgramThatIsLaunchedAfterTheSandboxWasClosedIsKilled() {
        open.sandbox.close();
        var late = new FakeProgram();

        open.sandbox.launched(late);

        assertThat(late.events()).containsExactly("kill");
    }

    @Test
    void freezingWaitsUntilTheRuntimeAsksForItsNextEvent() throws Exception {
        var run = running("one");
        runtime.ask(post("invocation/one/response", "1"));
        assertThat(payload(run)).isEqualTo("1");

        open.sandbox.freeze();
        assertThat(open.program.events()).isEmpty();
        runtime.send(NEXT);

        await().until(() -> open.program.events().equals(List.of("freeze")));
        open.sandbox.thaw();
        open.sandbox.thaw();
        assertThat(open.program.events()).containsExactly("freeze", "thaw");
    }

    @Test
    void aThawBeforeTheRuntimeAsksCallsTheFreezeOff() throws Exception {
        var run = running("one");
        runtime.ask(post("invocation/one/response", "1"));
        assertThat(payload(run)).isEqualTo("1");
        open.sandbox.freeze();

        open.sandbox.thaw();
        open.run("two", "7");

        assertThat(runtime.ask(NEXT).body()).isEqualTo("7");
        assertThat(open.program.events()).isEmpty();
    }

    @Test
    void whatItPrintedBeforeItAnsweredStandsInTheInvocationsLog() throws Exception {
        open.prints("initialising\n");
        var run = running("one");
        open.prints("working");
        runtime.ask(post("invocation/one/response", "1"));

        assertThat(log(run))
                .startsWith(
                        "initialising\nSTART RequestId: one Version: $LATEST\nworking\nEND RequestId: one\nREPORT ");
    }
}
