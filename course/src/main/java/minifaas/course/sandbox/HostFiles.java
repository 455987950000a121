package minifaas.course.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of this machine that a JVM needs to run. */
final class HostFiles {
    /** Folders of a JDK that are only for people. */
    private static final List<String> READING_MATTER = List.of("legal", "man", "docs");

    private HostFiles() {}

    /**
     * The JDK, what its symbolic links lead to, and the system's libraries that it and the programs load.
     *
     * @param jdk its real home
     * @throws IOException when {@code ldd} can't tell the libraries
     */
    static List<Path> neededBy(Path jdk, List<Path> programs) throws IOException, InterruptedException {
        var objects = new ArrayList<>(programs);
        objects.add(jdk.resolve(Path.of("bin", "java")));
        objects.addAll(libraries(jdk));

        var files = new ArrayList<>(programs);
        files.add(jdk);
        files.addAll(linked(jdk));
        files.addAll(loaded(ldd(objects)));
        return files.stream()
                .filter(file -> file.equals(jdk) || !file.startsWith(jdk))
                .distinct()
                .toList();
    }

    private static List<Path> libraries(Path jdk) throws IOException {
        try (Stream<Path> tree = Files.walk(jdk.resolve("lib"))) {
            return tree.filter(file -> file.toString().endsWith(".so"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    /** Debian keeps a JDK's configuration in /etc. */
    private static List<Path> linked(Path jdk) throws IOException {
        try (Stream<Path> tree = Files.walk(jdk)) {
            var targets = new ArrayList<Path>();
            for (Path link : tree.filter(Files::isSymbolicLink).toList()) {
                boolean isWanted = Files.isRegularFile(link) || Files.isDirectory(link);
                if (isWanted
                        && !READING_MATTER.contains(
                                jdk.relativize(link).getName(0).toString())) targets.add(link.toRealPath());
            }
            return targets;
        }
    }

    private static List<String> ldd(List<Path> objects) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of("ldd"), objects.stream().map(Path::toString))
                .toList();
        Process ldd = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = ldd.inputReader()) {
            List<String> answer = lines.lines().toList();
            if (ldd.waitFor() != 0) throw new IOException("ldd ended with status " + ldd.exitValue());
            return answer;
        }
    }

    /** The libraries in an answer of ldd, in lines such as {@code libz.so.1 => /lib/libz.so.1 (0x00007f4a79063000)}. */
    static List<Path> loaded(List<String> answer) {
        return answer.stream()
                .map(String::strip)
                .filter(line -> line.endsWith(")"))
                .map(line ->
                        line.substring(line.indexOf("=> ") < 0 ? 0 : line.indexOf("=> ") + 3, line.lastIndexOf(" (")))
                .filter(place -> place.startsWith("/"))
                .map(place -> Path.of(place).normalize())
                .distinct()
                .collect(Collectors.toList());
    }
}
