package minifaas.invocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import minifaas.invocation.Interpreters.Interpreter;
import minifaas.invocation.Interpreters.Wanted;
import minifaas.testing.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretersTest {
    @TempDir
    Path folder;

    /** A program that answers the question for its version, as an interpreter does. */
    private void add(String name, String version) throws Exception {
        Machine.require(Files.isExecutable(Path.of("/bin/sh")), "not run: there is no /bin/sh");
        Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\necho " + version + "\necho \"$0\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Interpreter find(String runtime) {
        return new Interpreters(folder.toString()).find(Wanted.of(runtime)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"nodejs22.x, Node.js, Node.js 22", "python3.13, Python, Python 3.13"})
    void aMissingInterpreterIsNamedWithTheVersionToInstall(String runtime, String language, String version)
            throws Exception {
        var settings = Versions.settings(runtime, "app.handler", 128);
        var plan = new Program.Plan(
                Versions.version("f", "d", settings), new EnvironmentFolder(folder.resolve("e")), Map.of(), "mark");
        var runtimes = new LanguageRuntimes(
                folder.resolve("runtime"), folder.resolve("sdk"), new Interpreters(folder.toString()));

        runtimes.prepare(plan.version()); // the function can be created all the same
        assertThatThrownBy(() -> runtimes.commandFor(plan))
                .isInstanceOf(Program.CannotStart.class)
                .hasMessage(runtime + " needs " + language + ", which is not on this machine: install " + version
                        + " and put it on PATH, then start minifaas again");
    }

    @Test
    void theSdkForNodeComesFromItsFolderOrFromTheMachinesGlobalModules() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        add("bin/node", "20.1.0");
        var runtimes = new LanguageRuntimes(
                folder.resolve("runtime"), folder.resolve("sdk"), new Interpreters(bin.toString()));
        Path own = folder.resolve("sdk/nodejs/node_modules");
        Path global = folder.resolve("lib/node_modules");

        assertThat(runtimes.nodeModules()).as("nowhere yet").isEqualTo(own);
        Files.createDirectories(global.resolve("@aws-sdk"));
        assertThat(runtimes.nodeModules()).isEqualTo(global);
        Files.createDirectories(own);
        assertThat(runtimes.nodeModules()).isEqualTo(own);
    }

    @Test
    void theVersionInTheNameIsPreferred() throws Exception {
        add("python3", "3.13.1");
        add("python3.12", "3.12.4");
        assertThat(find("python3.12")).isEqualTo(new Interpreter(folder.resolve("python3.12"), "3.12.4"));
        add("node", "20.1.0");
        add("node22", "22.2.0");
        assertThat(find("nodejs22.x").version()).isEqualTo("22.2.0");
    }

    @Test
    void withoutTheWantedVersionTheNewestOfTheOthersRuns() throws Exception {
        add("python3", "3.9.18");
        add("python", "3.13.0");
        assertThat(find("python3.12").version()).isEqualTo("3.13.0");
        add("node", "20.10.0");
        add("nodejs", "20.9.0");
        assertThat(find("nodejs24.x").version()).isEqualTo("20.10.0");
    }

    @Test
    void aVersionIsNotTakenForALongerOne() throws Exception {
        add("python3", "3.1.4");
        assertThat(find("python3.14").satisfies(Wanted.of("python3.14"))).isFalse();
        assertThat(find("python3.14").satisfies(Wanted.of("python3.1"))).isTrue();
    }

    @Test
    void whatDoesNotAnswerIsPassedOver() throws Exception {
        add("python3.12", "");
        add("python3", "3.12.1");
        assertThat(find("python3.12").program()).isEqualTo(folder.resolve("python3"));
    }
}
