package minifaas.course.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import minifaas.course.jars.CourseJars;
import minifaas.kernel.FileTree;
import minifaas.kernel.SystemClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sandbox's tests once more: root, as whom they may run, starts it in another way than an ordinary user. */
@Tag("long")
class OrdinaryUserTest {
    private static final String NOBODY = "65534";

    private Path folder;

    @BeforeEach
    void copyWhatTheTestsNeed() throws IOException, InterruptedException {
        boolean isRoot = System.getProperty("user.name").equals("root");
        assumeTrue(isRoot, "not run: these are an ordinary user's tests already");
        SandboxNeeds.bubblewrap(new SystemClock());

        folder = Files.createTempDirectory("ordinary-user");
        CourseJars jars = CourseJars.ofThisJvm();
        for (Path library : jars.libraries()) Files.copy(library, folder.resolve(library.getFileName()));
        copy(jars.minifaas(), "minifaas");
        copy(jars.course(), "course");
        copy(Path.of("target", "test-classes"), "tests");
        copy(Path.of("src", "test", "workers"), "src/test/workers");
        OpenFolder.toAll(folder);
    }

    private void copy(Path source, String name) throws IOException {
        try (var tree = Files.walk(source)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path target =
                        folder.resolve(name).resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @AfterEach
    void deleteTheCopy() throws IOException {
        if (folder != null) FileTree.delete(folder);
    }

    @Test
    void whatHoldsForRootHoldsForAnOrdinaryUser() throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        line.addAll(List.of(CourseJars.java(), "-Dminifaas.requireAll=true", "-cp", classPath()));
        line.addAll(List.of(JUnitMain.class.getName(), BubblewrapTest.class.getName()));
        Path said = folder.resolve("said");

        Process tests = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertThat(tests.waitFor()).as(() -> read(said)).isZero();
        assertThat(said).content().contains("0 tests failed").containsPattern("[1-9][0-9] tests successful");
    }

    private String classPath() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
