package minifaas.course.mine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.JarCopy;

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
        try (var copy = new JarCopy(platform.jar, platform.manifest())) {
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

    private Manifest manifest() {
        var manifest = CourseJars.manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MAIN_CLASS, minifaas.cli.Main.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                jars.libraries().stream()
                        .map(library -> library.toUri().toString())
                        .collect(Collectors.joining(" ")));
        // as in minifaas's own manifest
        attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
        return manifest;
    }

    /**
     * The command that runs it.
     *
     * @param home the folder of the course
     * @param flags of the JVM
     * @param arguments such as {@code up --port 0}
     */
    List<String> command(Path home, List<String> flags, List<String> arguments) {
        var command = new ArrayList<>(
                List.of(CourseJars.java(), "-XX:+UseSerialGC", "-Xms16m", "-Xlog:disable", "-Dminifaas.home=" + home));
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return command;
    }
}
