package minifaas.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page says that a reader types and sees.
 *
 * <p>A block {@code [source,console]} holds commands, each after a {@code $}, and below each its output. Any other
 * source block with a title is a file of that name.
 */
record Transcript(Map<String, String> files, List<Step> steps) {
    /** One command and the output that the page shows. */
    record Step(String command, String output) {
        /** Whether an output is the one shown: white space counts as one space, and patterns match what varies. */
        boolean shows(String actual) {
            return Pattern.matches(asRegex(squeezed(output)), squeezed(actual));
        }
    }

    /** The closed list of what may vary. */
    private static final Map<String, String> PATTERNS = Map.of(
            "uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
            "time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)",
            "ms", "\\d+(\\.\\d+)?",
            "MB", "\\d+",
            "digest", "([0-9a-f]{64}|[A-Za-z0-9+/]{43}=)",
            "path", "/\\S+");

    private static final Pattern PLACEHOLDER = Pattern.compile("<(\\w+)>");
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(?:\\.(\\S+)\\n)?\\[source,(\\w+)]\\n----\\n((?s:.*?)\\n)----$");

    static Transcript of(String page) {
        var files = new LinkedHashMap<String, String>();
        var steps = new ArrayList<Step>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            if (block.group(2).equals("console")) steps.addAll(steps(block.group(3)));
            else if (block.group(1) != null) files.put(block.group(1), block.group(3));
        }
        return new Transcript(files, steps);
    }

    private static List<Step> steps(String block) {
        var steps = new ArrayList<Step>();
        for (String part : block.split("(?m)^\\$ ")) {
            if (part.isEmpty()) continue;
            int end = part.indexOf('\n');
            steps.add(new Step(part.substring(0, end), part.substring(end + 1)));
        }
        return steps;
    }

    private static String asRegex(String expected) {
        var regex = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(expected);
        int done = 0;
        while (placeholder.find()) {
            String pattern = PATTERNS.get(placeholder.group(1));
            if (pattern == null) throw new IllegalArgumentException("no pattern is named " + placeholder.group());
            regex.append(Pattern.quote(expected.substring(done, placeholder.start())))
                    .append(pattern);
            done = placeholder.end();
        }
        return regex.append(Pattern.quote(expected.substring(done))).toString();
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
