package minifaas.async;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.function.FunctionId;

/**
 * How often each function ran in a chain of events, where each event comes from a run for the one before it.
 *
 * <p>The counts travel with the chain, in the field Lineage of its X-Ray trace header:
 * {@code Root=1-5759e988-bd862e3fe1be46a994272793;Lineage=a87bd80c:1|68fd508a:5}, a hash of a function and its count each.
 * What is not of this form counts nothing. Source: "Use Lambda recursive loop detection to prevent infinite loops",
 * docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html, and "Tracing header",
 * docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html, 2026-11.
 */
final class Lineage {
    /** How often a function may run in one chain. */
    static final int MOST_RUNS = 16;

    private static final String FIELD = "Lineage=";
    private static final Pattern COUNT = Pattern.compile("([0-9a-f]{8}):([0-9]{1,9})");

    private Lineage() {}

    /** How often a function, in whatever version, ran in the chain of a trace header. */
    static int runs(String traceHeader, FunctionId function) {
        return counts(traceHeader).getOrDefault(hash(function), 0);
    }

    /** The trace header for a run of a function, and for what comes from that run. */
    static String afterRun(String traceHeader, FunctionId function) {
        Map<String, Integer> counts = counts(traceHeader);
        counts.merge(hash(function), 1, Integer::sum);
        String lineage = counts.entrySet().stream()
                .map(count -> count.getKey() + ":" + count.getValue())
                .collect(Collectors.joining("|", FIELD, ""));
        return Stream.concat(fields(traceHeader).filter(Predicate.not(Lineage::isLineage)), Stream.of(lineage))
                .collect(Collectors.joining(";"));
    }

    private static Map<String, Integer> counts(String traceHeader) {
        var counts = new LinkedHashMap<String, Integer>();
        fields(traceHeader).filter(Lineage::isLineage).forEach(field -> {
            for (String text : field.substring(FIELD.length()).split("\\|")) {
                Matcher count = COUNT.matcher(text);
                if (count.matches()) counts.put(count.group(1), Integer.valueOf(count.group(2)));
            }
        });
        return counts;
    }

    private static Stream<String> fields(String traceHeader) {
        return Arrays.stream(traceHeader.split(";")).map(String::trim).filter(field -> !field.isEmpty());
    }

    private static boolean isLineage(String field) {
        return field.startsWith(FIELD);
    }

    private static String hash(FunctionId function) {
        return "%08x".formatted(function.arn().hashCode());
    }
}
