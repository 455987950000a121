package minifaas.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import minifaas.cli.LambdaClient.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code faas demo}: starts the platform, deploys two functions and calls them, cold and warm. */
@Command(
        name = "demo",
        description = "Starts the platform, deploys two functions, and shows a cold and a warm call.",
        sortOptions = false)
final class Demo implements Callable<Integer> {
    private static final String EVENT = "{\"name\": \"Ada\"}";

    @Option(names = "--exit", description = "ends when all is shown, instead of staying up")
    private boolean exit;

    @Mixin
    private ServerOptions server;

    @Override
    public Integer call() throws IOException {
        try (var running = RunningServer.start(server.settings())) {
            var lambda = LambdaClient.inShell(running.url(), System.getenv());
            deploy(lambda, Sample.HELLO);
            deploy(lambda, Sample.COUNTER);
            callHello(lambda);
            callCounter(lambda);
            if (!exit) {
                showWhatNext(running.url());
                running.serve();
            }
        }
        return 0;
    }

    private static void deploy(LambdaClient lambda, Sample sample) throws IOException {
        lambda.deploy(sample.name(), "java17", sample.handler(), 256, sample.zip());
        say(
                "deployed %s: %s",
                sample.name(), Home.sources().resolve(sample.handler().replace('.', '/') + ".java"));
    }

    private static void callHello(LambdaClient lambda) throws IOException {
        say("");
        say("demo-hello is called with %s", EVENT);
        Answer cold = lambda.invoke(Sample.HELLO.name(), EVENT);
        say("  first call, cold   %7.1f ms   %s", milliseconds(cold), cold.payload());
        Answer warm = lambda.invoke(Sample.HELLO.name(), EVENT);
        say("  second call, warm  %7.1f ms   %s", milliseconds(warm), warm.payload());
        say("");
        say("the log of these two calls");
        (cold.log() + warm.log()).lines().forEach(line -> say("  %s", line.stripTrailing()));
    }

    private static void callCounter(LambdaClient lambda) throws IOException {
        say("");
        say("demo-counter keeps a number in a field, and the same environment serves all three calls");
        for (int call = 0; call < 3; call++)
            say("  %s", lambda.invoke(Sample.COUNTER.name(), "{}").payload());
    }

    private static void showWhatNext(String url) {
        say("");
        say("What next, in another terminal:");
        say("  ./faas logs demo-hello --endpoint %s", url);
        say("  eval \"$(./faas env --port %s)\"", url.substring(url.lastIndexOf(':') + 1));
        say("  aws --endpoint-url %s lambda invoke --function-name demo-counter answer.json && cat answer.json", url);
        say("Ctrl-C ends the platform; what was deployed stays in its data folder.");
    }

    private static double milliseconds(Answer answer) {
        return answer.waited().toNanos() / 1e6;
    }

    private static void say(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }
}
