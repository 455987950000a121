package minifaas.course.text;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs from run to run, and how a page writes it: the closed list. */
enum Placeholder {
    UUID("uuid", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    TIME("time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)"),
    MILLISECONDS("ms", "\\d+(\\.\\d+)?"),
    MEGABYTES("MB", "\\d+"),
    DIGEST("digest", "([0-9a-f]{64}|[A-Za-z0-9+/]{43}=)"),
    PATH("path", "/\\S+");

    private static final Pattern ANY =
            Pattern.compile(Stream.of(values()).map(Placeholder::mark).collect(Collectors.joining("|", "(?:", ")")));

    private final String name;
    private final String pattern;

    Placeholder(String name, String pattern) {
        this.name = name;
        this.pattern = pattern;
    }

    private String mark() {
        return "<" + name + ">";
    }

    /** Whether an output is what a page shows: any white space counts as one space. */
    static boolean matches(String shown, String actual) {
        String expected = squeezed(shown);
        var regex = new StringBuilder();
        Matcher mark = ANY.matcher(expected);
        int done = 0;
        while (mark.find()) {
            regex.append(Pattern.quote(expected.substring(done, mark.start()))).append(of(mark.group()).pattern);
            done = mark.end();
        }
        regex.append(Pattern.quote(expected.substring(done)));
        return Pattern.matches(regex.toString(), squeezed(actual));
    }

    /**
     * An output as a page can show it, with placeholders for what will differ the next time.
     *
     * @param folders whatever lies in one of them is a path that differs
     */
    static String putInto(String output, List<Path> folders) {
        String text = output;
        for (Path folder : folders)
            text = text.replaceAll(Pattern.quote(folder.toString()) + "[^\\s\"',:]*", PATH.mark());
        text = text.replaceAll("\\b" + UUID.pattern + "\\b", UUID.mark());
        text = text.replaceAll("\\b" + TIME.pattern, TIME.mark());
        text = text.replaceAll("(?<![\\w+/])" + DIGEST.pattern + "(?![\\w+/=])", DIGEST.mark());
        text = text.replaceAll("\\b" + MILLISECONDS.pattern + "(?= ms\\b)", MILLISECONDS.mark());
        // a size that was set stays, one that was measured differs
        return text.replaceAll("(?<=Used: )" + MEGABYTES.pattern + "(?= MB\\b)", MEGABYTES.mark());
    }

    private static Placeholder of(String mark) {
        return Stream.of(values())
                .filter(each -> each.mark().equals(mark))
                .findFirst()
                .orElseThrow();
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
