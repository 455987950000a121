package minifaas.course.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import minifaas.course.lab.Lab;
import minifaas.course.text.MemberIncludes;

/** The walkthrough of a lab as text for a terminal: headings, paragraphs, and the members that it includes. */
final class Walkthrough {
    private static final Pattern HEADING = Pattern.compile("=+ (.+)");
    private static final Pattern INCLUDE = Pattern.compile("include::(member:[^\\[]+)\\[(.*)]");
    /** What says to a renderer that code follows, and where it begins and ends. */
    private static final Pattern MARKUP = Pattern.compile("\\[source.*]|-{4}");

    private final Path file;
    private final MemberIncludes members;

    Walkthrough(Lab lab) {
        file = lab.solutions().resolve("walkthrough.adoc");
        members = new MemberIncludes(lab.home());
    }

    void print(PrintStream out) throws IOException {
        for (String line : Files.readAllLines(file)) {
            Matcher heading = HEADING.matcher(line);
            Matcher include = INCLUDE.matcher(line);
            if (heading.matches()) {
                out.println(heading.group(1));
                out.println("-".repeat(heading.group(1).length()));
            } else if (include.matches())
                out.println(members.text(file.toString(), include.group(1), include.group(2))
                        .indent(4)
                        .stripTrailing());
            else if (!MARKUP.matcher(line).matches()) out.println(line);
        }
        out.println();
        out.println("This walkthrough: " + file);
    }
}
