package minifaas.course.mine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;
import minifaas.course.lab.Problem;
import minifaas.course.lab.SignatureCheck;
import minifaas.course.source.JavaSource;
import minifaas.course.source.Starter;
import minifaas.course.syllabus.Exercise;

/**
 * Chooses which classes of the labs run in the student's platform, and compiles them.
 *
 * <p>A class is taken when it has the members that others rely on, compiles beside the reference's classes and the other
 * taken ones, and all its exercises are written. The rest stays the reference's.
 */
public final class MyClasses {
    private static final String STUB = "minifaas/kernel/NotWrittenYet";
    private static final String NOT_WRITTEN = "not written yet";

    private final CourseJars jars;
    private final Path output;
    private final boolean unwrittenToo;
    /** The files that may still be taken, by the names of their classes. */
    private final Map<String, Path> candidates = new TreeMap<>();

    private final Map<String, String> reasons = new TreeMap<>();

    private MyClasses(CourseJars jars, Path output, boolean unwrittenToo) {
        this.jars = jars;
        this.output = output;
        this.unwrittenToo = unwrittenToo;
    }

    /**
     * Chooses.
     *
     * @param output folder that has the classes of those that are taken afterwards, and nothing else
     * @param unwrittenToo whether classes are taken whose exercises are not all written
     */
    public static List<MyClass> choose(List<Lab> labs, CourseJars jars, Path output, boolean unwrittenToo)
            throws IOException {
        return new MyClasses(jars, output, unwrittenToo).choose(labs);
    }

    private List<MyClass> choose(List<Lab> labs) throws IOException {
        for (Lab lab : labs) {
            for (String name : Lab.classNames(lab.sources()))
                candidates.put(name, lab.sources().resolve(file(name)));
            for (Problem problem : SignatureCheck.of(lab)) drop(problem, problem.message());
        }
        while (dropWhatDoesNotCompile() || dropWhatIsNotWritten()) continue;

        var all = new ArrayList<MyClass>();
        for (Lab lab : labs) for (String name : Lab.classNames(lab.sources())) all.add(describe(lab, name));
        return all;
    }

    private MyClass describe(Lab lab, String name) throws IOException {
        List<Exercise> exercises = lab.chapter().exercises().stream()
                .filter(exercise -> exercise.member().topLevel().equals(name))
                .toList();
        var described = new MyClass(name, exercises, reasons.getOrDefault(name, ""));
        if (!described.reason().equals(NOT_WRITTEN)) return described;
        JavaSource source = JavaSource.read(lab.sources().resolve(file(name)));
        return described.naming(exercises.stream()
                .filter(exercise -> !Starter.isWritten(source, exercise))
                .toList());
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".java";
    }

    private boolean dropWhatDoesNotCompile() throws IOException {
        var classPath = new ArrayList<>(List.of(jars.minifaas()));
        classPath.addAll(jars.libraries());
        classPath.addAll(jars.functionLibraries());
        List<Problem> problems = LabCompiler.compile(List.copyOf(candidates.values()), classPath, output);
        for (Problem problem : problems)
            drop(problem, "does not compile: line " + problem.line() + ": " + problem.message());
        return !problems.isEmpty();
    }

    private void drop(Problem problem, String reason) throws IOException {
        for (String name : List.copyOf(candidates.keySet()))
            if (candidates.get(name).equals(problem.file())) drop(name, reason);
    }

    private void drop(String name, String reason) {
        candidates.remove(name);
        reasons.put(name, reason);
    }

    private boolean dropWhatIsNotWritten() throws IOException {
        if (unwrittenToo) return false;
        Set<String> unwritten = new TreeSet<>();
        for (String name : candidates.keySet()) if (hasStub(output, name)) unwritten.add(name);
        unwritten.forEach(name -> drop(name, NOT_WRITTEN));
        return !unwritten.isEmpty();
    }

    /** Whether the class, or a type nested in it, can throw what a stub throws: comments do not count. */
    private static boolean hasStub(Path classes, String name) throws IOException {
        Path folder = classes.resolve(file(name)).getParent();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String its = file.getFileName().toString();
                boolean belongs = its.equals(simple + ".class") || its.startsWith(simple + "$");
                // a class file names the classes that it uses in plain text
                if (belongs
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(STUB)) return true;
            }
        }
        return false;
    }

    /** Whether all exercises in these compiled classes are written. */
    static boolean areWritten(Path classes, Set<String> names) throws IOException {
        for (String name : names) if (hasStub(classes, name)) return false;
        return true;
    }

    /** The classes that are taken. */
    static Set<String> taken(List<MyClass> classes) {
        return classes.stream().filter(MyClass::isTaken).map(MyClass::name).collect(Collectors.toSet());
    }
}
