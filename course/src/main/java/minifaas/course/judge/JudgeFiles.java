package minifaas.course.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;
import minifaas.course.lab.Problem;
import minifaas.course.source.JavaSource;
import minifaas.course.source.JudgeStub;
import minifaas.course.source.LabSources;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.wire.Link;
import minifaas.course.worker.WorkerMain;

/**
 * The files that all submissions of a lab are judged with.
 *
 * @param folder that the made ones are in
 */
record JudgeFiles(CourseJars jars, Lab lab, Path folder) {
    /** Libraries of minifaas that the classes of a lab may use, by the beginnings of their names. */
    private static final List<String> OF_THE_WORKER =
            List.of("jackson-", "snakeyaml-", "slf4j-", "sqlite-jdbc", "commons-", "HdrHistogram");

    JudgeFiles(CourseJars jars, Lab lab) {
        this(jars, lab, lab.folder().resolve(Path.of("target", "judge")));
    }

    /**
     * Compiles the stubs and the tests.
     *
     * @throws IOException when one of them has errors
     */
    void compile() throws IOException {
        var sources = new ArrayList<>(Lab.javaFiles(lab.tests()));
        for (Path file : exerciseFiles()) {
            Path stub = folder.resolve("stubs").resolve(file);
            Files.createDirectories(stub.getParent());
            Files.writeString(
                    stub,
                    JudgeStub.of(JavaSource.read(lab.reference().resolve(file))).text());
            sources.add(stub);
        }
        var classPath = new ArrayList<>(List.of(withoutThisLab(), jars.course()));
        classPath.addAll(jars.libraries());
        classPath.addAll(jars.functionLibraries());
        List<Problem> errors = LabCompiler.compile(sources, classPath, tests());
        if (!errors.isEmpty()) throw new IOException("the tests of this lab cannot judge: " + errors.get(0));
    }

    /** The files with exercises, below a folder of sources. */
    Set<Path> exerciseFiles() {
        return LabSources.exercises(lab.chapter()).keySet();
    }

    /** What a judge has on its class path beside the libraries: no class that a student writes. */
    List<Path> ofTheJudge() throws IOException {
        var all = new ArrayList<>(List.of(tests(), withoutThisLab()));
        for (Class<?> part : List.of(JudgeMain.class, Link.class))
            all.add(jars.coursePackage(part.getPackage(), folder));
        all.addAll(jars.functionLibraries());
        return all;
    }

    /** What a worker has on its class path beside the student's classes: no test, and no exercise of any lab. */
    List<Path> ofTheWorker() throws IOException {
        var all = new ArrayList<Path>();
        for (Class<?> part : List.of(WorkerMain.class, Link.class))
            all.add(jars.coursePackage(part.getPackage(), folder));
        all.add(jars.minifaasWithout(exerciseClasses(), folder));
        jars.libraries().stream().filter(JudgeFiles::isOfTheWorker).forEach(all::add);
        all.addAll(jars.functionLibraries());
        return all;
    }

    private Set<String> exerciseClasses() throws IOException {
        return Syllabus.read(lab.home()).labs().stream()
                .flatMap(chapter -> chapter.exercises().stream())
                .map(exercise -> exercise.member().topLevel())
                .collect(Collectors.toSet());
    }

    private static boolean isOfTheWorker(Path library) {
        String name = library.getFileName().toString();
        return OF_THE_WORKER.stream().anyMatch(name::startsWith);
    }

    private Path tests() {
        return folder.resolve("tests");
    }

    private Path withoutThisLab() throws IOException {
        Set<String> replaced = lab.chapter().exercises().stream()
                .map(exercise -> exercise.member().topLevel())
                .collect(Collectors.toSet());
        return jars.minifaasWithout(replaced, folder);
    }
}
