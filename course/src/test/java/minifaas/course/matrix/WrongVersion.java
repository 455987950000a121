package minifaas.course.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;

/**
 * A misconception as its file in {@code solutions/} has it: three comments, perhaps imports, and the wrong member.
 *
 * @param name of the mistake and of the file
 * @param exercise that it gets wrong
 * @param thinks what a student with this mistake believes
 * @param hint that such a student must see
 * @param imports that the member needs beside those of its class
 * @param member as it stands in place of the reference's
 */
public record WrongVersion(
        String name, String exercise, String thinks, String hint, List<String> imports, String member) {
    public static WrongVersion read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        var imports = new ArrayList<String>();
        int at = 3;
        for (; lines.get(at).startsWith("import "); at++)
            imports.add(
                    lines.get(at).substring("import ".length(), lines.get(at).indexOf(';')));
        String name = file.getFileName().toString().replace(".java", "");
        String member = String.join("\n", lines.subList(at, lines.size()));
        return new WrongVersion(
                name,
                value(file, lines.get(0), "// exercise: "),
                value(file, lines.get(1), "// thinks: "),
                value(file, lines.get(2), "// hint: "),
                imports,
                member);
    }

    private static String value(Path file, String line, String key) {
        if (!line.startsWith(key) || line.length() == key.length())
            throw new AssertionError(file + " must have a line '" + key + "…' instead of '" + line + "'");
        return line.substring(key.length());
    }

    /** The reference with this mistake in it. */
    public JavaSource in(JavaSource reference, Exercise its) {
        return reference.withMember(its.member(), member, imports);
    }

    @Override
    public String toString() {
        return exercise + " " + name;
    }
}
