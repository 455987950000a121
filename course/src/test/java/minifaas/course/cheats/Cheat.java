package minifaas.course.cheats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import minifaas.course.source.JavaSource;
import minifaas.course.syllabus.Exercise;

/**
 * A member of an exercise's class that tries to get points in another way than by being right, or, among the controls, a
 * right one that a grader could take for an attack.
 *
 * @param file its own; a folder beside it, of the same name, has further files of the submission
 * @param idea what it tries
 * @param exercise in whose member's place it stands
 * @param explanation what a grade must say of it; empty for a control
 */
record Cheat(Path file, String idea, String exercise, String explanation, List<String> imports, String member) {
    private static final String IMPORT = "import ";

    /**
     * Reads one.
     *
     * @param values what stands for names such as {@code @PORT@}
     */
    static Cheat read(Path file, Map<String, String> values) throws IOException {
        String text = Files.readString(file);
        for (var value : values.entrySet()) text = text.replace("@" + value.getKey() + "@", value.getValue());
        String idea = "";
        String exercise = "";
        String explanation = "";
        var imports = new ArrayList<String>();
        var member = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith(IMPORT)) imports.add(line.substring(IMPORT.length(), line.indexOf(';')));
            else if (line.startsWith("// attack: ") || line.startsWith("// control: ")) idea = value(line);
            else if (line.startsWith("// exercise: ")) exercise = value(line);
            else if (line.startsWith("// explanation: ")) explanation = value(line);
            else member.add(line);
        }
        return new Cheat(file, idea, exercise, explanation, imports, String.join("\n", member));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    String name() {
        return file.getFileName().toString().replace(".java", "");
    }

    /** The lab that its exercise is in. */
    int chapter() {
        return Integer.parseInt(exercise.substring(0, exercise.indexOf('.')));
    }

    /** A class with it in place of the exercise's member. */
    JavaSource in(JavaSource source, Exercise its) {
        return source.withMember(its.member(), member, imports);
    }

    /** Files that the submission has beside the classes of the exercises; the folder need not be there. */
    Path furtherFiles() {
        return file.resolveSibling(name());
    }
}
