package minifaas.course.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import minifaas.course.source.JavaSource;
import minifaas.course.source.MemberSource;
import minifaas.course.source.NoSuchMemberException;
import minifaas.course.syllabus.Member;

/**
 * Code that pages include by its name: {@code include::member:minifaas.environment.WarmPool#acquire[]}.
 *
 * <p>The member comes without its Javadoc, unless the brackets say {@code javadoc}, and at the left margin. With
 * {@code callouts="first text | second text"} the lines that hold these texts get the call-outs 1 and 2.
 */
public final class MemberIncludes {
    /** How the target of such an include begins. */
    private static final String PREFIX = "member:";

    private static final String SOURCES = "minifaas/src/main/java";
    private static final String JAVADOC = "javadoc";
    private static final Pattern OPTIONS = Pattern.compile("(?:" + JAVADOC + ")?,?(?:callouts=\"([^\"]+)\")?");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^include::(" + PREFIX + "[^\\[\\n]*)\\[(.*)]$");

    private final Path sources;
    private final Map<Path, JavaSource> read = new HashMap<>();

    /** @param home the folder of the course */
    public MemberIncludes(Path home) {
        sources = home.resolve(SOURCES);
    }

    /**
     * What an include brings.
     *
     * @param place of the include, for the message: page and line
     * @param target with its prefix
     * @param options what its brackets hold
     * @throws IllegalArgumentException when the member or a line for a call-out is not there; the message names the
     *     place
     * @throws IOException when its file cannot be read
     */
    public String text(String place, String target, String options) throws IOException {
        Matcher known = OPTIONS.matcher(options);
        if (!known.matches())
            throw new IllegalArgumentException(
                    place + ": " + target + " takes [], [javadoc] and [callouts=\"…\"], not [" + options + "]");
        try {
            MemberSource found = find(Member.of(target.substring(PREFIX.length())));
            String text = options.startsWith(JAVADOC) ? found.textWithJavadoc() : found.text();
            return known.group(1) == null
                    ? text
                    : withCallouts(text, known.group(1).split(" \\| "));
        } catch (NoSuchMemberException | IllegalArgumentException unknown) {
            throw new IllegalArgumentException(place + ": " + target + ": " + unknown.getMessage(), unknown);
        }
    }

    private static String withCallouts(String code, String[] callouts) {
        String[] lines = code.split("\n");
        for (int number = 1; number <= callouts.length; number++) {
            int line = onlyLineWith(callouts[number - 1].strip(), lines);
            lines[line] += " // <" + number + ">";
        }
        return String.join("\n", lines);
    }

    private static int onlyLineWith(String callout, String[] lines) {
        int[] found = IntStream.range(0, lines.length)
                .filter(line -> lines[line].contains(callout))
                .toArray();
        if (found.length != 1)
            throw new IllegalArgumentException("the call-out '" + callout + "' is on " + found.length + " lines");
        return found[0];
    }

    /** The includes of a page that lead nowhere: a sentence for each. */
    public List<String> problems(Page page) throws IOException {
        var problems = new ArrayList<String>();
        replaced(page, text -> text, problems);
        return problems;
    }

    /**
     * The text of a page with something else in the place of these includes.
     *
     * @param placed makes of an include's text what takes its place
     * @param problems is told of each include that leads nowhere; it stays as it is
     */
    public String replaced(Page page, UnaryOperator<String> placed, List<String> problems) throws IOException {
        var text = new StringBuilder();
        Matcher include = INCLUDE.matcher(page.text());
        while (include.find()) {
            long line = page.text().substring(0, include.start()).lines().count() + 1;
            String instead = include.group();
            try {
                instead = placed.apply(text(page.name() + ":" + line, include.group(1), include.group(2)));
            } catch (IllegalArgumentException unknown) {
                problems.add(unknown.getMessage());
            }
            include.appendReplacement(text, Matcher.quoteReplacement(instead));
        }
        return include.appendTail(text).toString();
    }

    private MemberSource find(Member member) throws IOException {
        Path file = sources.resolve(member.file());
        if (!Files.exists(file))
            throw new IllegalArgumentException("there is no file " + SOURCES + "/" + member.file());
        JavaSource source = read.get(file);
        if (source == null) {
            source = JavaSource.read(file);
            read.put(file, source);
        }
        return source.find(member);
    }
}
