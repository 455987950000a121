package minifaas.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code faas logs}: what a function and the platform wrote about its invocations. */
@Command(name = "logs", description = "Prints the last log lines of a function.")
final class Logs implements Callable<Integer> {
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    @Parameters(paramLabel = "NAME", description = "the function")
    private String function;

    @Option(names = "--follow", description = "goes on with new lines, until Ctrl-C")
    private boolean follow;

    @Mixin
    private PlatformAddress platform;

    @Override
    public Integer call() throws IOException {
        LambdaClient client = platform.client();
        String path = "/_minifaas/logs/"
                + URLEncoder.encode(function, StandardCharsets.UTF_8).replace("+", "%20");
        long last = print(client.get(path), -1);
        while (follow) {
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return 0;
            }
            last = print(client.get(last < 0 ? path : path + "?after=" + last), last);
        }
        return 0;
    }

    /** Prints the lines of an answer; gives the id of the last one, or {@code before} when there is none. */
    private static long print(JsonNode answer, long before) {
        long last = before;
        for (JsonNode line : answer.path("lines")) {
            System.out.println(line.path("text").asText().stripTrailing());
            last = line.path("id").asLong();
        }
        return last;
    }
}
