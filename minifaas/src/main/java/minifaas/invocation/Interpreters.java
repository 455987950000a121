package minifaas.invocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the interpreters that this machine has, each language's once. */
final class Interpreters {
    private static final Logger log = LoggerFactory.getLogger(Interpreters.class);

    /** The languages whose runtime loops are minifaas's own. */
    enum Language {
        NODE("Node.js", "-p", "process.versions.node + '\\n' + process.execPath"),
        PYTHON("Python", "-ISc", "import sys; print('%d.%d.%d' % sys.version_info[:3]); print(sys.executable)"),
        JAVA("Java");

        private final String title;
        /** What makes the interpreter print its version and, on a line of its own, its real path. */
        private final String[] question;

        Language(String title, String... question) {
            this.title = title;
            this.question = question;
        }

        String title() {
            return title;
        }
    }

    /** A language in a version, such as Python 3.12 or Java 21. */
    record Wanted(Language language, String version) {
        static Wanted of(String runtime) {
            if (runtime.startsWith("nodejs"))
                return new Wanted(Language.NODE, runtime.substring(6).replace(".x", ""));
            if (runtime.startsWith("python")) return new Wanted(Language.PYTHON, runtime.substring(6));
            if (runtime.startsWith("java")) return new Wanted(Language.JAVA, runtime.substring(4));
            throw new IllegalArgumentException("no runtime loop for '" + runtime + "'");
        }

        String howToInstall(String runtime) {
            return runtime + " needs " + language.title + ", which is not on this machine: install " + language.title
                    + " " + version + " and put it on PATH, then start minifaas again";
        }
    }

    /** A program that is there. */
    record Interpreter(Path program, String version) {
        boolean satisfies(Wanted wanted) {
            return version.equals(wanted.version()) || version.startsWith(wanted.version() + ".");
        }

        int[] numbers() {
            return Stream.of(version.split("\\D+")).mapToInt(Integer::parseInt).toArray();
        }
    }

    private static final boolean IS_UNIX = File.separatorChar == '/';

    private final Map<Wanted, Optional<Interpreter>> found = new ConcurrentHashMap<>();
    private final Map<Path, Optional<Interpreter>> asked = new ConcurrentHashMap<>();
    private final String path;

    /** @param path the folders to look into, as the variable PATH lists them */
    Interpreters(String path) {
        this.path = path;
    }

    /** The wanted version where it is there, else the newest of those with the language's plain name. */
    Optional<Interpreter> find(Wanted wanted) {
        return found.computeIfAbsent(wanted, this::search);
    }

    private Optional<Interpreter> search(Wanted wanted) {
        var others = new ArrayList<Interpreter>();
        for (Path program : candidates(wanted)) {
            Optional<Interpreter> answer = asked.computeIfAbsent(program, file -> ask(wanted.language(), file));
            if (answer.isPresent() && answer.get().satisfies(wanted)) return answer;
            answer.ifPresent(others::add);
        }
        return others.stream().max(Comparator.comparing(Interpreter::numbers, Arrays::compare));
    }

    /** First what has the version in its name, such as python3.12, then what has the plain name. */
    private List<Path> candidates(Wanted wanted) {
        return switch (wanted.language()) {
            case JAVA -> javas();
            case PYTHON -> onPath(List.of("python" + wanted.version(), "python3", "python"));
            case NODE -> onPath(List.of("node" + wanted.version(), "node", "nodejs"));
        };
    }

    /** Where npm puts what is installed for all of the machine, beside the folder of each node on PATH. */
    List<Path> globalNodeModules() {
        return onPath(List.of("node")).stream()
                .map(node -> node.getParent().resolveSibling("lib").resolve("node_modules"))
                .filter(Files::isDirectory)
                .toList();
    }

    private List<Path> onPath(List<String> names) {
        var programs = new ArrayList<Path>();
        for (String name : names) {
            for (String folder : path.split(File.pathSeparator)) {
                Path program = Path.of(folder.isEmpty() ? "." : folder, IS_UNIX ? name : name + ".exe");
                if (Files.isExecutable(program) && !Files.isDirectory(program)) programs.add(program);
            }
        }
        return programs;
    }

    private static List<Path> childrenOf(Path folder) {
        var paths = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) return paths;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            files.forEach(paths::add);
        } catch (IOException unreadable) {
            log.debug("{} cannot be searched for interpreters", folder, unreadable);
        }
        return paths;
    }

    /** Asks a program for its version and for its real path: what is on PATH may be a slow wrapper. */
    private static Optional<Interpreter> ask(Language language, Path program) {
        if (language == Language.JAVA) return readRelease(program);
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(language.question));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            // its answer is short, so it ends although nobody reads yet
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            if (process.exitValue() != 0) return Optional.empty();
            String[] answer = new String(process.getInputStream().readAllBytes(), UTF_8).split("\\R");
            if (answer.length < 2) return Optional.empty();
            return Optional.of(new Interpreter(Path.of(answer[1]), answer[0]));
        } catch (IOException notRunnable) {
            log.debug("{} does not run", program, notRunnable);
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** This JVM, and those in the usual folders. */
    private static List<Path> javas() {
        var homes = new ArrayList<Path>(List.of(Path.of(System.getProperty("java.home"))));
        if (System.getenv("JAVA_HOME") != null) homes.add(Path.of(System.getenv("JAVA_HOME")));
        Path user = Path.of(System.getProperty("user.home"));
        homes.addAll(childrenOf(Path.of("/usr/lib/jvm")));
        homes.addAll(childrenOf(user.resolve(".sdkman/candidates/java")));
        homes.addAll(childrenOf(user.resolve(".jdks")));
        for (Path machine : childrenOf(Path.of("/Library/Java/JavaVirtualMachines"))) {
            homes.add(machine.resolve("Contents/Home"));
        }
        String java = IS_UNIX ? "bin/java" : "bin/java.exe";
        return homes.stream()
                .map(home -> home.resolve(java))
                .filter(Files::isExecutable)
                .toList();
    }

    /** A JDK tells its version in the file "release" of its home. */
    private static Optional<Interpreter> readRelease(Path program) {
        Path release = program.getParent().resolveSibling("release");
        if (!Files.isRegularFile(release)) return Optional.empty();
        try {
            return Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> new Interpreter(program, line.substring(14, line.length() - 1)))
                    .findFirst();
        } catch (IOException unreadable) {
            log.debug("{} cannot be read", release, unreadable);
            return Optional.empty();
        }
    }
}
