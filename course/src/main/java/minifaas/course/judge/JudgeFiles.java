package minifaas.course.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.Fingerprint;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabCompiler;
import minifaas.course.lab.Problem;
import minifaas.course.source.JavaSource;
import minifaas.course.source.JudgeStub;
import minifaas.course.source.LabSources;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.wire.Link;
import minifaas.course.worker.WorkerMain;
import minifaas.kernel.FileTree;

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
     * Compiles the stubs and the tests, unless that was done. What is there is never changed, since others may be judging
     * with it.
     *
     * @return the folder of their classes
     * @throws IOException when one of them has errors
     */
    Path compile() throws IOException {
        Path tests = folder.resolve("tests-" + state());
        if (Files.exists(tests)) return tests;
        Path unfinished = folder.resolve("unfinished-" + UUID.randomUUID());
        try {
            compile(unfinished.resolve("stubs"), unfinished.resolve("classes"));
            put(unfinished.resolve("classes"), tests);
        } finally {
            FileTree.delete(unfinished);
        }
        return tests;
    }

    private String state() throws IOException {
        return Fingerprint.of(
                lab.tests(),
                List.of(
                        Fingerprint.of(lab.reference(), List.of(lab.chapter().toString())),
                        Fingerprint.of(jars.minifaas()),
                        Fingerprint.of(jars.course())));
    }

    /** Puts a folder in its place, unless somebody else was faster: theirs is the same. */
    private static void put(Path made, Path place) throws IOException {
        try {
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.exists(place)) throw failure;
        }
    }

    private void compile(Path stubs, Path output) throws IOException {
        var sources = new ArrayList<>(Lab.javaFiles(lab.tests()));
        for (Path file : exerciseFiles()) {
            Path stub = stubs.resolve(file);
            Files.createDirectories(stub.getParent());
            Files.writeString(
                    stub,
                    JudgeStub.of(JavaSource.read(lab.reference().resolve(file))).text());
            sources.add(stub);
        }
        var classPath = new ArrayList<>(List.of(withoutThisLab(), jars.course()));
        classPath.addAll(jars.libraries());
        classPath.addAll(jars.functionLibraries());
        List<Problem> errors = LabCompiler.compile(sources, classPath, output);
        if (!errors.isEmpty()) throw new IOException("the tests of this lab cannot judge: " + errors.get(0));
    }

    /** The files with exercises, below a folder of sources. */
    Set<Path> exerciseFiles() {
        return LabSources.exercises(lab.chapter()).keySet();
    }

    /**
     * What a judge has on its class path beside the libraries: no class that a student writes.
     *
     * @param tests the folder that they are compiled to
     */
    List<Path> ofTheJudge(Path tests) throws IOException {
        var all = new ArrayList<>(List.of(tests, withoutThisLab()));
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

    private Path withoutThisLab() throws IOException {
        Set<String> replaced = lab.chapter().exercises().stream()
                .map(exercise -> exercise.member().topLevel())
                .collect(Collectors.toSet());
        return jars.minifaasWithout(replaced, folder);
    }
}
