package minifaas.course.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.ExerciseResult;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.LabRun;
import minifaas.course.lab.TestResult;
import minifaas.course.source.JavaSource;
import minifaas.course.source.LabSources;
import minifaas.course.source.Starter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Misconception;

/** One lab's tests, compiled once, and run on many versions of the classes that students write. */
public final class LabVariants {
    private final Lab lab;
    private final Path scratch;
    private final CourseJars jars;
    private final Path tests;
    private final Map<String, List<Path>> compiled = new HashMap<>();

    public LabVariants(Lab lab, Path scratch) {
        this.lab = lab;
        this.scratch = scratch.resolve(lab.chapter().fileName());
        this.tests = this.scratch.resolve("tests");
        try {
            this.jars = CourseJars.ofThisJvm();
            compile(Lab.javaFiles(lab.tests()), tests);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String toString() {
        return lab.chapter().fileName();
    }

    /** The folder of the compiled tests. */
    public Path tests() {
        return tests;
    }

    List<Exercise> exercises() {
        return lab.chapter().exercises();
    }

    /** What the syllabus lists. */
    List<Misconception> misconceptions() {
        return lab.chapter().misconceptions();
    }

    public Collection<WrongVersion> wrongVersions() throws IOException {
        try (Stream<Path> files = Files.list(lab.solutions().resolve("misconceptions"))) {
            var all = new ArrayList<WrongVersion>();
            for (Path file : files.sorted().toList()) all.add(WrongVersion.read(file));
            return all;
        }
    }

    /**
     * A version of the lab's classes.
     *
     * @param sources those that differ from the reference
     */
    record Variant(String name, List<JavaSource> sources) {}

    /** The starter, the reference, each exercise alone, and every misconception. */
    List<Variant> variants() throws IOException {
        var all = new ArrayList<>(List.of(withStubs(none -> false), withStubs(each -> true)));
        for (Exercise alone : exercises()) all.add(withStubs(each -> each.equals(alone)));
        for (WrongVersion wrong : wrongVersions()) all.add(variant(wrong));
        return all;
    }

    /** Writes a version as a student hands it in: all classes with exercises, under their packages. */
    Path submission(Variant variant, Path folder) throws IOException {
        for (Path file : LabSources.exercises(lab.chapter()).keySet()) {
            String text = Files.readString(lab.reference().resolve(file));
            for (JavaSource changed : variant.sources()) if (file.endsWith(changed.file())) text = changed.text();
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
        }
        return folder;
    }

    /** What the tests say of a version, in this JVM. */
    List<ExerciseResult> run(Variant variant, long seed, Long order) throws IOException {
        return run(variant.name(), variant.sources(), seed, order);
    }

    /** What the tests say of the reference. */
    List<ExerciseResult> reference(long seed) throws IOException {
        return run("reference", List.of(), seed, null);
    }

    /** What the tests say when only some of the exercises are written, and the others are stubs. */
    List<ExerciseResult> written(Predicate<Exercise> written, long seed, Long order) throws IOException {
        return run(withStubs(written), seed, order);
    }

    private Variant withStubs(Predicate<Exercise> written) throws IOException {
        var stubs = new TreeMap<String, List<Exercise>>();
        exercises().stream()
                .filter(written.negate())
                .forEach(each -> stubs.computeIfAbsent(each.member().topLevel(), type -> new ArrayList<>())
                        .add(each));
        var sources = new ArrayList<JavaSource>();
        for (List<Exercise> ofOneClass : stubs.values())
            sources.add(Starter.of(referenceOf(ofOneClass.get(0)), ofOneClass));
        String name = stubs.values().stream()
                .flatMap(Collection::stream)
                .map(Exercise::id)
                .collect(Collectors.joining(" ", "without ", ""));
        return new Variant(name, sources);
    }

    /** What the tests say of the reference with one mistake in it. */
    public List<ExerciseResult> wrong(WrongVersion wrong, long seed, Long order) throws IOException {
        return run(variant(wrong), seed, order);
    }

    private Variant variant(WrongVersion wrong) throws IOException {
        Exercise its = lab.exercise(wrong.exercise());
        return new Variant(wrong.name(), List.of(wrong.in(referenceOf(its), its)));
    }

    private JavaSource referenceOf(Exercise exercise) throws IOException {
        return JavaSource.read(lab.reference().resolve(exercise.member().file()));
    }

    private List<ExerciseResult> run(String name, List<JavaSource> sources, long seed, Long order) throws IOException {
        if (!compiled.containsKey(name)) compiled.put(name, compile(name, sources));
        var classPath = new ArrayList<>(compiled.get(name));
        classPath.add(tests);
        classPath.add(jars.minifaas());
        classPath.addAll(jars.functionLibraries());
        LabRun run = LabRun.of(classPath, Lab.classNames(lab.tests()), seed);
        List<TestResult> results = (order == null ? run : run.shuffledBy(order)).inThisJvm();
        return LabResult.byExercise(exercises(), results);
    }

    private List<Path> compile(String name, List<JavaSource> sources) throws IOException {
        if (sources.isEmpty()) return List.of();
        Path folder = scratch.resolve(name);
        var files = new ArrayList<Path>();
        for (JavaSource source : sources) {
            Path file = folder.resolve("src").resolve(source.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
            files.add(file);
        }
        Path classes = folder.resolve("classes");
        compile(files, classes);
        return List.of(classes);
    }

    private void compile(List<Path> files, Path output) throws IOException {
        var classPath = new ArrayList<>(List.of(jars.minifaas()));
        classPath.addAll(jars.functionLibraries());
        classPath.addAll(jars.libraries());
        classPath.add(jars.course());
        assertThat(LabCompiler.compile(files, classPath, output)).isEmpty();
    }

    /** Every test by its id with its result, in a form that two runs can be compared in. */
    static Map<String, String> statuses(List<ExerciseResult> results) {
        var statuses = new LinkedHashMap<String, String>();
        for (ExerciseResult exercise : results)
            for (TestResult test : exercise.tests())
                statuses.put(test.test().id(), test.status().toString());
        return Collections.unmodifiableMap(statuses);
    }
}
