package minifaas.course.sandbox;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of one class in a JVM of their own. */
final class JUnitMain {
    private JUnitMain() {}

    public static void main(String[] arguments) {
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(arguments[0]))
                .build();
        LauncherFactory.create().execute(request, listener);
        var output = new PrintWriter(System.out, true);
        listener.getSummary().printTo(output);
        listener.getSummary().printFailuresTo(output);
        System.exit(listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }
}
