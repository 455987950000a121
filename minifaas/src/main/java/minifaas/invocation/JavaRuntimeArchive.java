package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a JVM runs the Java runtime, and the archive of loaded classes that halves its start.
 *
 * <p>The archive is made once for each JDK by a rehearsal of the runtime: as a class data sharing archive up to JDK 24,
 * as an AOT cache (JEP 483, JEP 514) from JDK 25 on. A JVM reads it only when its class path is the one it was made
 * with.
 */
final class JavaRuntimeArchive {
    private static final Logger log = LoggerFactory.getLogger(JavaRuntimeArchive.class);
    private static final String RUNTIME = "minifaas.invocation.runtime.JavaRuntime";
    private static final String REHEARSAL = "minifaas.invocation.runtime.Training";
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int REHEARSAL_HEAP_MIB = 96;
    private static final int REHEARSAL_SECONDS = 60;
    /** What a JVM needs beside its heap, in MiB. */
    private static final int BESIDE_HEAP_MIB = 48;

    private final Path folder;
    private final String classPath;
    private final String jarTimes;

    /**
     * @param folder for the archives
     * @param jars of the Java runtime, absolute
     */
    JavaRuntimeArchive(Path folder, List<Path> jars) throws IOException {
        this.folder = folder;
        var times = new StringBuilder();
        for (Path jar : jars) times.append(Files.getLastModifiedTime(jar)).append(' ');
        this.jarTimes = times.toString();
        this.classPath = String.join(
                File.pathSeparator, jars.stream().map(Path::toString).toList());
    }

    /** Makes the archive for this JDK unless it is there; without one, starts are slower and work all the same. */
    synchronized void prepare(Interpreters.Interpreter java) throws IOException {
        Path archive = archive(java);
        if (Files.exists(archive)) return;
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        String flag = hasAotCache(java) ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
        List<String> line = line(java, REHEARSAL_HEAP_MIB, List.of(flag + unfinished), REHEARSAL);
        Process rehearsal = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            boolean isOver = rehearsal.waitFor(REHEARSAL_SECONDS, TimeUnit.SECONDS);
            if (isOver && rehearsal.exitValue() == 0 && Files.exists(unfinished)) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            } else {
                log.warn("no archive of Java's runtime could be made with {}", java.program());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            rehearsal.destroyForcibly();
        }
    }

    /** The arguments behind {@code java} that run the runtime loop. */
    List<String> arguments(Interpreters.Interpreter java, int memorySizeMiB) {
        Path archive = archive(java);
        String flag = hasAotCache(java) ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        List<String> shared = Files.exists(archive) ? List.of(flag + archive) : List.of();
        int heapMiB = Math.min(memorySizeMiB * 85 / 100, memorySizeMiB - BESIDE_HEAP_MIB);
        List<String> line = line(java, heapMiB, shared, RUNTIME);
        return line.subList(1, line.size());
    }

    private List<String> line(Interpreters.Interpreter java, int heapMiB, List<String> shared, String mainClass) {
        var line = new ArrayList<>(List.of(
                java.program().toString(),
                "-Xmx" + heapMiB + "m",
                // quick to start and small: one simple collector, one simple compiler on one thread
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CICompilerCount=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
        if (hasAotCache(java)) line.add("-Djdk.reflect.useNativeAccessorOnly=true");
        line.addAll(shared);
        line.addAll(List.of("-cp", classPath, mainClass));
        return line;
    }

    private static boolean hasAotCache(Interpreters.Interpreter java) {
        return Runtime.Version.parse(java.version()).feature() >= FIRST_WITH_AOT_CACHE;
    }

    private Path archive(Interpreters.Interpreter java) {
        // a JVM ignores an archive that was made with other jars, or with the same ones at another time
        String made = classPath + jarTimes + java.program() + java.version();
        return folder.resolve("java-" + java.version() + "-" + UUID.nameUUIDFromBytes(made.getBytes(UTF_8)) + ".jsa");
    }
}
