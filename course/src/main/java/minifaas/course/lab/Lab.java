package minifaas.course.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import minifaas.course.source.JavaSource;
import minifaas.course.source.LabSources;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;

/**
 * A lab on this machine.
 *
 * @param home the folder of the course
 * @param chapter that it belongs to
 */
public record Lab(Path home, Chapter chapter) {
    /** The folder of the reference's sources in a handout, where nothing compiles them. */
    public static final String FOR_READING = "sources";

    private static final String JAVA = ".java";

    /**
     * The lab of a chapter.
     *
     * @throws IOException when the chapter has none, or its folder is not there
     */
    public static Lab of(Path home, int chapter) throws IOException {
        Syllabus syllabus = Syllabus.read(home);
        List<Lab> labs = all(home, syllabus);
        return labs.stream()
                .filter(lab -> lab.chapter.number() == chapter)
                .findFirst()
                .orElseThrow(() -> new IOException("there is no lab " + chapter + "; there is: " + numbers(labs)));
    }

    private static String numbers(List<Lab> labs) {
        if (labs.isEmpty()) return "none yet";
        return labs.stream().map(lab -> String.valueOf(lab.chapter.number())).collect(Collectors.joining(", "));
    }

    /** The lab that an exercise such as 7.2 belongs to. */
    public static Lab ofExercise(Path home, String id) throws IOException {
        Exercise exercise = Syllabus.read(home)
                .exercise(id)
                .orElseThrow(() -> new IOException("there is no exercise " + id + "; one is named as in 7.2"));
        return of(home, exercise.chapter());
    }

    /** The labs whose folders are there, in the order of the book. */
    public static List<Lab> all(Path home, Syllabus syllabus) {
        return syllabus.labs().stream()
                .map(chapter -> new Lab(home, chapter))
                .filter(lab -> Files.isDirectory(lab.sources()))
                .toList();
    }

    /** Where all of it is. */
    public Path folder() {
        return home.resolve("labs").resolve(chapter.fileName());
    }

    /** Where its walkthrough and its misconceptions are. */
    public Path solutions() {
        return home.resolve("solutions").resolve(chapter.fileName());
    }

    /** The sources that the student writes in. */
    public Path sources() {
        return new LabSources(home).folder(chapter);
    }

    /** The sources that the classes of the lab are compared with; in a handout, they lack what students write. */
    public Path reference() {
        Path sources = new LabSources(home).reference();
        return Files.isDirectory(sources) ? sources : home.resolve(FOR_READING);
    }

    /** The sources of its tests. */
    public Path tests() {
        return folder().resolve(Path.of("src", "test", "java"));
    }

    /** Where compiled classes go; Maven's own are beside it. */
    public Path build() {
        return folder().resolve(Path.of("target", "faas"));
    }

    /** Where the student's compiled classes are after a run. */
    public Path classes() {
        return build().resolve("classes");
    }

    /** One of its exercises. */
    public Exercise exercise(String id) {
        return chapter.exercises().stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The file that an exercise is written in. */
    public Path source(Exercise exercise) {
        return sources().resolve(exercise.member().file());
    }

    /** The Java files below a folder of sources, sorted. */
    public static List<Path> javaFiles(Path root) throws IOException {
        return JavaSource.filesBelow(root);
    }

    /** The names of the classes that have a file of their own below a folder of sources. */
    public static List<String> classNames(Path root) throws IOException {
        return javaFiles(root).stream()
                .map(file -> root.relativize(file).toString())
                .map(file -> file.substring(0, file.length() - JAVA.length()))
                .map(file -> file.replace(root.getFileSystem().getSeparator(), "."))
                .toList();
    }

    /** Whether there is a test that calls a running platform. */
    public boolean hasEndToEndTest() throws IOException {
        return javaFiles(tests()).stream()
                .anyMatch(file -> file.getFileName().toString().startsWith("EndToEnd"));
    }

    /** The classes of minifaas that this lab's ones replace. */
    public Set<String> replacedClasses() throws IOException {
        return Set.copyOf(classNames(sources()));
    }
}
