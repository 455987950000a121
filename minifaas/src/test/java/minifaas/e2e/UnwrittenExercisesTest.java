package minifaas.e2e;

import java.nio.file.Path;
import minifaas.testing.ChangedClasses;
import minifaas.testing.Machine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that reaches an exercise that nobody has written gets its name, and never waits for ever. */
class UnwrittenExercisesTest {
    @TempDir
    Path scratch;

    @TempDir
    Path data;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "5.6, function/FunctionRecord, `FunctionVersion resolve(Optional<String> qualifier, double draw) {`, {}",
                "6.2, invocation/FunctionInvoker, CompletableFuture<Result> invoke(Invocation invocation) {, {}",
                "6.3, invocation/Turn, Instant limit(Runnable overran) {, {}",
                "6.4, invocation/Failure, Outcome.FunctionError of(Invocation invocation) {, {\"exit\":1}",
                "6.4, invocation/Failure, Outcome.FunctionError of(Invocation invocation) {, {\"sleep\":60}",
                "6.5, invocation/ReportLines, static String report(Report report) {, {}",
                "7.1, environment/Inventory, Optional<PooledEnvironment> takeWarm(FunctionVersion version) {, {}",
                "7.2, environment/PoolRules, `public boolean canServeAgain(FunctionVersion version, Sandbox.Run run) {`, {}",
                "7.3, environment/PoolRules, `Step due(PooledEnvironment environment, long nowNanos) {`, {}",
                "7.4, environment/Inventory, List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {, {}",
                "9.1, async/QueueingInvoker, public CompletableFuture<Result> invoke(Invocation invocation) {, {}",
            })
    void aCallThatReachesOneIsTold(String exercise, String type, String signature, String event) throws Exception {
        Machine.needs("python3", "python");
        String stub = " if (true) throw new minifaas.kernel.NotWrittenYet(\"" + exercise + "\");";
        try (var classes =
                ChangedClasses.replacing("minifaas/" + type + ".java", signature, signature + stub, scratch)) {
            classes.loadClass(UnwrittenCall.class.getName())
                    .getMethod("isAnswered", String.class, String.class, Path.class)
                    .invoke(null, exercise, event, data);
        }
    }
}
