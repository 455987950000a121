package minifaas.course.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs tests in a JVM of their own and watches it: a test that ends the JVM, or does not end itself, is reported as
 * such, and the remaining ones run in a new JVM.
 */
public final class ForkedRun {
    /** How often an exercise may lose the process with its code, before its remaining tests are left out. */
    public static final int MOST_LOSSES = 2;

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final String DID_NOT_END = "earlier tests did not end";

    private final RunningTests.Start start;
    private final TestPlan plan;
    private final Duration limit;
    private final Duration grace;
    private final Consumer<TestResult> listener;
    private final Map<String, TestResult> results = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Integer> losses = new HashMap<>(); // by exercise
    private Optional<String> running = Optional.empty();

    /**
     * @param start starts each JVM
     * @param limit for one test
     * @param grace how much longer a JVM may take that watches the limit itself
     * @param listener is told each result as soon as there is one
     */
    public ForkedRun(
            RunningTests.Start start, TestPlan plan, Duration limit, Duration grace, Consumer<TestResult> listener) {
        this.start = start;
        this.plan = plan;
        this.limit = limit;
        this.grace = grace;
        this.listener = listener;
    }

    /**
     * Runs all tests of the plan.
     *
     * @throws IOException when no JVM can be started
     * @throws InterruptedException when this thread is interrupted; the JVM is ended then
     */
    public List<TestResult> run() throws IOException, InterruptedException {
        do {
            running = Optional.empty();
            try (var process = start.with(plan.without(ended))) {
                follow(process);
            }
        } while (!plan.discoverOnly() && ended.size() < results.size());
        return List.copyOf(results.values());
    }

    private void follow(RunningTests process) throws IOException, InterruptedException {
        Duration patience = LONGEST_START;
        while (true) {
            Optional<TestEvent> event = process.next(patience);
            if (event.isEmpty()) {
                blame(
                        Status.DID_NOT_END,
                        "did not end within " + limit.toSeconds() + " s",
                        "Something in %s goes on for ever, or waits for what never comes. Which loop or wait is it?");
                return;
            }
            if (event.get().kind() == TestEvent.Kind.JVM_ENDED) {
                afterTheEnd(process.status());
                return;
            }
            note(event.get());
            if (event.get().kind() == TestEvent.Kind.LOST && leftOut(event.get().result())) return;
            patience = limit.plus(grace);
        }
    }

    private void note(TestEvent event) {
        TestResult result = event.result();
        String id = result.test().id();
        switch (event.kind()) {
            case FOUND -> results.putIfAbsent(id, result);
            case STARTED -> running = Optional.of(id);
            default -> {
                end(id, result);
                running = Optional.empty();
            }
        }
    }

    private void afterTheEnd(int status) throws IOException {
        if (results.isEmpty() && status != 0)
            throw new IOException("the JVM for the tests ended with status " + status + " before any test");
        if (!plan.discoverOnly() && ended.size() < results.size())
            blame(
                    Status.FAILED,
                    "your code ended the JVM with status " + status + ", as System.exit(" + status + ") does",
                    "Nothing in %s may end the JVM: it would take every other function of it along.");
    }

    /**
     * Puts the end of the JVM down to the test that ran; else to the next one, whose preparation it was.
     *
     * @param hint with the exercise in place of {@code %s}: the test's own one is about something else
     */
    private void blame(Status status, String why, String hint) throws IOException {
        String culprit = running.orElseGet(() -> results.keySet().stream()
                .filter(id -> !ended.contains(id))
                .findFirst()
                .orElse(null));
        if (culprit == null) throw new IOException("the JVM for the tests: " + why);
        String exercise = results.get(culprit).test().exercise();
        end(culprit, results.get(culprit).as(status, why).withHint(hint.formatted("exercise " + exercise)));
        long endless = testsOf(exercise).stream()
                .filter(each -> each.status() == Status.DID_NOT_END)
                .count();
        if (endless > 1) leaveOut(exercise, DID_NOT_END);
    }

    /**
     * Leaves the rest of an exercise out when its process was lost again, since another one would be lost next.
     *
     * @return whether a test was left out; the JVM would still run it
     */
    private boolean leftOut(TestResult lost) {
        String exercise = lost.test().exercise();
        if (losses.merge(exercise, 1, Integer::sum) < MOST_LOSSES) return false;
        return leaveOut(
                exercise, lost.status() == Status.DID_NOT_END ? DID_NOT_END : "earlier tests ended the process");
    }

    /** What did not end twice will hardly end the next time, and a student waits for it. */
    private boolean leaveOut(String exercise, String why) {
        List<TestResult> rest = testsOf(exercise).stream()
                .filter(each -> !ended.contains(each.test().id()))
                .toList();
        rest.forEach(each -> end(each.test().id(), each.as(Status.NOT_RUN, why)));
        return !rest.isEmpty();
    }

    private List<TestResult> testsOf(String exercise) {
        return results.values().stream()
                .filter(each -> each.test().exercise().equals(exercise))
                .toList();
    }

    private void end(String id, TestResult result) {
        results.put(id, result);
        ended.add(id);
        listener.accept(result);
    }
}
