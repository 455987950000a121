package minifaas.course.lab;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests of a lab with JUnit's launcher in this JVM, and tells what happens. */
public final class JUnitRun implements TestExecutionListener {
    private static final TestTag END_TO_END = TestTag.create("e2e");

    private final Consumer<TestEvent> events;
    /** The tests by JUnit's own ids. */
    private final Map<String, GradedTest> tests = new HashMap<>();

    private JUnitRun(Consumer<TestEvent> events) {
        this.events = events;
    }

    /**
     * Finds the tests, and runs them when the plan says so.
     *
     * @param loader of the test classes and of all that they use
     * @throws ClassNotFoundException when a test class is not there
     */
    public static void run(TestPlan plan, ClassLoader loader, Consumer<TestEvent> events)
            throws ClassNotFoundException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            new JUnitRun(events).run(plan, loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void run(TestPlan plan, ClassLoader loader) throws ClassNotFoundException {
        Launcher launcher = LauncherFactory.create();
        var found = launcher.discover(request(plan, loader));
        found.accept(new org.junit.platform.launcher.TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier identifier) {
                if (identifier.isTest()) remember(identifier);
            }
        });
        if (!plan.discoverOnly() && !tests.isEmpty()) launcher.execute(found, this);
    }

    private static LauncherDiscoveryRequest request(TestPlan plan, ClassLoader loader) throws ClassNotFoundException {
        var request = LauncherDiscoveryRequestBuilder.request()
                .filters((PostDiscoveryFilter) test -> isMeant(plan, test))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false");
        for (String name : plan.testClasses())
            request.selectors(DiscoverySelectors.selectClass(Class.forName(name, false, loader)));
        if (plan.shuffle() != null)
            request.configurationParameter(
                            "junit.jupiter.testclass.order.default", "org.junit.jupiter.api.ClassOrderer$Random")
                    .configurationParameter(
                            "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$Random")
                    .configurationParameter(
                            "junit.jupiter.execution.order.random.seed",
                            plan.shuffle().toString());
        if (plan.limitSeconds() > 0)
            request.configurationParameter(
                            "junit.jupiter.execution.timeout.testable.method.default", plan.limitSeconds() + " s")
                    .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD");
        return request.build();
    }

    private static FilterResult isMeant(TestPlan plan, TestDescriptor descriptor) {
        var source = descriptor.getSource();
        if (source.isEmpty() || !(source.get() instanceof MethodSource method)) return FilterResult.included("no test");
        boolean isOfTheKind = plan.endToEnd()
                ? descriptor.getTags().contains(END_TO_END)
                : method.getJavaMethod().isAnnotationPresent(Checks.class);
        return FilterResult.includedIf(isOfTheKind
                && !plan.done().contains(GradedTest.of(method.getJavaMethod()).id()));
    }

    private void remember(TestIdentifier identifier) {
        Method method = ((MethodSource) identifier.getSource().orElseThrow()).getJavaMethod();
        GradedTest test = GradedTest.of(method);
        tests.put(identifier.getUniqueId(), test);
        events.accept(TestEvent.found(test));
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        GradedTest test = tests.get(identifier.getUniqueId());
        if (test != null) events.accept(TestEvent.started(test));
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        for (GradedTest test : below(identifier))
            events.accept(TestEvent.ended(new TestResult(test, Status.NOT_RUN, reason)));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Throwable thrown = result.getThrowable().orElse(null);
        if (thrown == null && !identifier.isTest()) return;
        // a class whose preparation fails never starts its tests
        for (GradedTest test : below(identifier))
            events.accept(TestEvent.ended(
                    thrown == null ? new TestResult(test, Status.PASSED, "") : FailureLine.of(test, thrown)));
    }

    /** The tests of a class, or the one test itself, that did not end yet. */
    private Set<GradedTest> below(TestIdentifier identifier) {
        String id = identifier.getUniqueId();
        Set<String> ids = tests.keySet().stream()
                .filter(each -> each.equals(id) || each.startsWith(id + "/"))
                .collect(Collectors.toSet());
        Set<GradedTest> ended = ids.stream().map(tests::get).collect(Collectors.toSet());
        tests.keySet().removeAll(ids);
        return ended;
    }
}
