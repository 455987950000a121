package minifaas.course.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minifaas.course.source.JavaSource;
import minifaas.course.source.MemberSource;
import minifaas.course.source.NoSuchMemberException;
import minifaas.course.syllabus.Member;

/**
 * Code that pages include by its name: {@code include::member:minifaas.environment.WarmPool#acquire[]}.
 *
 * <p>The member comes without its Javadoc, unless the brackets say {@code javadoc}, and at the left margin.
 */
public final class MemberIncludes {
    /** How the target of such an include begins. */
    public static final String PREFIX = "member:";

    private static final String SOURCES = "minifaas/src/main/java";
    private static final String JAVADOC = "javadoc";
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
     * @param option what its brackets hold
     * @throws IllegalArgumentException when the member is not there; the message names place and member
     * @throws IOException when its file cannot be read
     */
    public String text(String place, String target, String option) throws IOException {
        if (!option.isEmpty() && !option.equals(JAVADOC))
            throw new IllegalArgumentException(place + ": " + target + " takes [] or [javadoc], not [" + option + "]");
        try {
            MemberSource found = find(Member.of(target.substring(PREFIX.length())));
            return option.equals(JAVADOC) ? found.textWithJavadoc() : found.text();
        } catch (NoSuchMemberException | IllegalArgumentException unknown) {
            throw new IllegalArgumentException(place + ": " + target + ": " + unknown.getMessage(), unknown);
        }
    }

    /** The includes of a page that lead nowhere: a sentence for each. */
    public List<String> problems(Page page) throws IOException {
        var problems = new ArrayList<String>();
        Matcher include = INCLUDE.matcher(page.text());
        while (include.find()) {
            long line = page.text().substring(0, include.start()).lines().count() + 1;
            try {
                text(page.name() + ":" + line, include.group(1), include.group(2));
            } catch (IllegalArgumentException unknown) {
                problems.add(unknown.getMessage());
            }
        }
        return problems;
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
