package minifaas.course.mine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.JarCopy;
import minifaas.course.lab.StudentJvm;

/**
 * A copy of minifaas's jar, and of the jars of the Java runtime beside it, in which the student's classes stand in place
 * of the reference's.
 */
final class MyPlatform {
    private static final String RUNTIME_CLASSES = "minifaas/invocation/runtime/";
    private static final String STUB = "minifaas/kernel/NotWrittenYet.class";

    private final CourseJars jars;
    private final Path jar;

    private MyPlatform(CourseJars jars, Path jar) {
        this.jars = jars;
        this.jar = jar;
    }

    /**
     * Makes the copy.
     *
     * @param folder for the jars; those that are there and are still right are left alone
     * @param classes folder of the classes that are taken
     * @param taken their names
     */
    static MyPlatform in(Path folder, CourseJars jars, Path classes, Set<String> taken) throws IOException {
        var platform = new MyPlatform(jars, folder.resolve("minifaas.jar"));
        try (var copy = new JarCopy(platform.jar, CourseJars.manifest())) {
            copy.add(classes, name -> true)
                    .add(jars.minifaas(), JarCopy.allBut(taken))
                    .finish();
        }
        platform.copyJavaRuntime(folder.resolve(CourseJars.JAVA_RUNTIME), classes, taken);
        return platform;
    }

    private void copyJavaRuntime(Path target, Path classes, Set<String> taken) throws IOException {
        Files.createDirectories(target);
        for (Path library : jars.functionLibraries()) {
            Path copy = target.resolve(library.getFileName());
            if (!Files.exists(copy)) Files.copy(library, copy);
        }
        Path original = jars.minifaas().resolveSibling(CourseJars.JAVA_RUNTIME);
        Predicate<String> ofTheRuntime = name -> name.startsWith(RUNTIME_CLASSES);
        try (var copy = new JarCopy(target.resolve(CourseJars.JAVA_RUNTIME_JAR), CourseJars.manifest())) {
            copy.add(classes, ofTheRuntime)
                    .add(original.resolve(CourseJars.JAVA_RUNTIME_JAR), ofTheRuntime.and(JarCopy.allBut(taken)))
                    // what an exercise throws that is not written
                    .add(jars.minifaas(), STUB::equals)
                    .finish();
        }
    }

    /**
     * The command that runs it.
     *
     * @param home the folder of the course
     * @param flags of the JVM
     * @param arguments such as {@code up --port 0}
     */
    List<String> command(Path home, List<String> flags, List<String> arguments)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("-Xms16m", "-XX:-UsePerfData", "-Dminifaas.home=" + home));
        all.addAll(flags);
        var command =
                new ArrayList<>(StudentJvm.with(jars).command(all, List.of(jar), minifaas.cli.Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
