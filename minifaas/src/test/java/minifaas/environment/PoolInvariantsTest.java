package minifaas.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pool's invariants hold in random scenarios, and the scenarios find bugs that are put in on purpose. */
class PoolInvariantsTest {
    private static final int SCENARIOS = 300;

    @TempDir
    Path scratch;

    private static final Path SOURCES = Path.of("src/main/java/minifaas/environment");

    @Test
    void theInvariantsHoldInRandomScenarios() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("pool scenarios from seed " + seed + " (-Dseed=" + seed + " repeats them)");
        for (int i = 0; i < SCENARIOS; i++) PoolScenario.play(seed + i);
    }

    /** A bug, and how to put it into the source: in a file, one text instead of another. */
    private record Bug(String name, String file, String right, String wrong) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug("a busy environment stays idle", "Inventory.java", "idle.remove(i);", ""),
                new Bug(
                        "an environment of another version is reused",
                        "PooledEnvironment.java",
                        "version.deployment().equals(wanted.deployment())",
                        "version.function().equals(wanted.function())"),
                new Bug(
                        "a new environment starts before there is room",
                        "WarmPool.java",
                        "if (!inventory.hasRoomFor(needed)) return;",
                        ""),
                new Bug(
                        "an environment is reused after a timeout",
                        "PoolRules.java",
                        "error.kind() == Outcome.Kind.REPORTED",
                        "error.kind() != Outcome.Kind.EXIT"),
                new Bug(
                        "an environment that has ended still counts",
                        "Inventory.java",
                        "all.remove(number);",
                        "all.get(number);"),
                new Bug("a replaced environment is kept", "PoolRules.java", " || !isCurrent.test(version)", ""),
                new Bug("a frozen environment is not thawed", "WarmPool.java", "sandbox.thaw();", ""),
                new Bug("a call that gets an environment still waits", "WarmPool.java", "calls.remove();", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void theScenariosFindABugThatIsPutIn(Bug bug) throws Exception {
        String original = Files.readString(SOURCES.resolve(bug.file()));
        String wrong = original.replace(bug.right(), bug.wrong());
        assertThat(wrong).as("the bug '%s' finds its place", bug).isNotEqualTo(original);

        try (var classes = new WrongClasses(compile(bug.file(), wrong, scratch))) {
            var play = classes.loadClass(PoolScenario.class.getName()).getMethod("play", long.class);
            assertThatThrownBy(() -> {
                        for (long seed = 0; seed < SCENARIOS; seed++) play.invoke(null, seed);
                    })
                    .isInstanceOf(InvocationTargetException.class);
        }
    }

    /** The bug hides in one source file; all others of the package are compiled with it. */
    private static Path compile(String file, String source, Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (var files = Files.list(SOURCES)) {
            for (Path original : files.toList()) Files.copy(original, sources.resolve(original.getFileName()));
        }
        Files.writeString(sources.resolve(file), source);
        var arguments = new ArrayList<String>(
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-nowarn"));
        try (var files = Files.list(sources)) {
            files.map(Path::toString).forEach(arguments::add);
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(result).as("the wrong source compiles").isZero();
        return classes;
    }

    /** Loads minifaas anew, with the wrong classes in place of the right ones. */
    private static final class WrongClasses extends URLClassLoader {
        WrongClasses(Path wrong) throws IOException {
            super(urls(wrong), PoolInvariantsTest.class.getClassLoader());
        }

        private static URL[] urls(Path wrong) throws IOException {
            var urls = new ArrayList<URL>();
            urls.add(wrong.toUri().toURL());
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && name.startsWith("minifaas.")) loaded = findClass(name);
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
        }
    }
}
