package minifaas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code faas}, with a JDK and a Maven that only say how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not run: Windows has faas.cmd")
class LauncherTest {
    private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path temporary;

    private Path home;
    private Path tools;
    private Path jar;

    @BeforeEach
    void aBuiltProgramInAFolderWithASpace() throws IOException {
        home = Files.createDirectories(temporary.resolve("my course"));
        tools = Files.createDirectories(temporary.resolve("tools"));
        for (String source : List.of("pom.xml", "chapters/syllabus.yaml"))
            Files.setLastModifiedTime(file(home.resolve(source), ""), FileTime.from(EARLIER));
        for (String module : List.of("minifaas", "course"))
            for (String source : List.of("pom.xml", "src/main/A.java", "src/main"))
                Files.setLastModifiedTime(inModule(module, source), FileTime.from(EARLIER));
        jar = file(home.resolve("course/target/course.jar"), "");
        // the folders of the machine's own JDKs are out of the way
        String script = Files.readString(Path.of("../faas"))
                .replace("/usr/lib/jvm", "/nowhere")
                .replace("/opt/", "/no/");
        program(home.resolve("faas"), script);
        program(tools.resolve("mvn"), "#!/bin/sh\necho \"mvn $*\"\necho \"with $JAVA_HOME\"\n");
    }

    private Path inModule(String module, String source) throws IOException {
        Path path = home.resolve(module).resolve(source);
        return Files.isDirectory(path) ? path : file(path, "");
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws Exception {
        Outcome outcome = faas(jdk("17.0.2"), home, "./faas", "logs", "a b", "--follow");
        assertThat(outcome.output()).contains("-jar <" + jar + "> <logs> <a b> <--follow>");
        assertThat(outcome.output()).contains("<-Dminifaas.home=" + home + ">");
        assertThat(outcome.output()).as("no file in /tmp").contains("<-XX:-UsePerfData>");
        assertThat(outcome.exit()).isEqualTo(7);
    }

    @Test
    void aLinkToItFromAnotherFolderWorks() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), home.resolve("faas"));
        Outcome outcome = faas(jdk("21"), tools, link.toString(), "env");
        assertThat(outcome.output()).contains("-jar <" + jar + "> <env>");
    }

    @Test
    void whatEndsSoonStartsWithTheQuickCompiler() throws Exception {
        Path jdk = jdk("17.0.2");
        assertThat(faas(jdk, home, "./faas", "lab", "7").output()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(faas(jdk, home, "./faas", "up").output()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void whereTheLocaleIsNotUtf8WhateverItsNameAnotherIsTaken() throws Exception {
        Path jdk = jdk("17.0.2");
        program(tools.resolve("locale"), "#!/bin/sh\n[ \"$*\" = charmap ] && echo UTF-8\n");
        assertThat(faas(jdk, home, "./faas", "env").output()).doesNotContain("C.UTF-8");
        program(tools.resolve("locale"), "#!/bin/sh\necho ANSI_X3.4-1968\n");
        assertThat(faas(jdk, home, "./faas", "env").output()).contains("in C.UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minifaas/src/main/A.java", "course/src/main/A.java"})
    void aNewerSourceIsBuiltFirst(String source) throws Exception {
        Path jdk = jdk("17.0.2");
        assertThat(faas(jdk, home, "./faas", "env").output()).doesNotContain("mvn");
        Files.setLastModifiedTime(home.resolve(source), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(faas(jdk, home, "./faas", "env").output())
                .contains("faas: building minifaas")
                .contains("mvn -q -B -pl minifaas,course -Dmaven.test.skip=true package")
                .contains("with " + jdk)
                .contains("<env>");
    }

    @Test
    void whatIsHandedOutRunsItsJarAndIsNeverBuilt() throws Exception {
        Path handout = Files.createDirectories(temporary.resolve("my handout"));
        Path itsJar = file(handout.resolve("lib/course.jar"), "");
        Files.copy(home.resolve("faas"), handout.resolve("faas"));
        file(handout.resolve("pom.xml"), "");
        Outcome outcome = faas(jdk("17.0.2"), handout, "./faas", "lab", "5");
        assertThat(outcome.output())
                .contains("-jar <" + itsJar + "> <lab> <5>", "<-Dminifaas.home=" + handout + ">")
                .doesNotContain("mvn", "building");
        assertThat(handout.resolve("course")).doesNotExist();
    }

    @Test
    void mavenEndsWithoutALineThatOnlyResetsColours() throws Exception {
        Files.delete(jar);
        program(tools.resolve("mvn"), "#!/bin/sh\necho \"options $MAVEN_OPTS\"\n");

        assertThat(faas(jdk("17.0.2"), home, "./faas", "env").output()).contains("-Djansi.noreset=true");
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Path jdk = jdk("17.0.2");
        Files.delete(jar);
        Path gate = temporary.resolve("gate");
        program(tools.resolve("mvn"), "#!/bin/sh\necho mvn\nwhile [ ! -e '" + gate + "' ]; do sleep 0.05; done\n");
        Process first = start(jdk, home, temporary.resolve("first"), "./faas", "env");
        await().until(() -> Files.readString(temporary.resolve("first")).contains("mvn"));

        Process second = start(jdk, home, temporary.resolve("second"), "./faas", "env");
        await().until(() -> Files.readString(temporary.resolve("second")).contains("waiting for another ./faas"));
        Files.createFile(gate);

        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(temporary.resolve("second")))
                .contains("<env>")
                .doesNotContain("mvn", "building", "preparing");
        assertThat(home.resolve("course/target/faas.lock")).doesNotExist();
    }

    @Test
    void theLockOfABuildThatWasKilledIsNoObstacle() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.delete(jar);
        Files.createSymbolicLink(home.resolve("course/target/faas.lock"), Path.of(String.valueOf(dead.pid())));

        assertThat(faas(jdk("17.0.2"), home, "./faas", "env").output())
                .contains("building", "<env>")
                .doesNotContain("waiting");
    }

    @Test
    void theQuickStartIsPreparedOnceForAJdkAndABuild() throws Exception {
        Path jdk = jdk("17.0.2");
        assertThat(faas(jdk, home, "./faas", "env").output()).contains("preparing a quick start");
        assertThat(faas(jdk, home, "./faas", "env").output()).doesNotContain("preparing");
        assertThat(faas(jdk, home, "./faas", "lab", "5").output())
                .as("the student's commands have one of their own")
                .contains("preparing a quick start");
        assertThat(faas(jdk, home, "./faas", "hint", "5.1").output()).doesNotContain("preparing");
        assertThat(faas(jdk("25"), home, "./faas", "env").output()).contains("preparing a quick start");
    }

    @Test
    void anOldJdkIsNotTaken() throws Exception {
        Outcome outcome = faas(jdk("1.8.0_202"), home, "./faas", "env");
        assertThat(outcome.output().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("faas: needs a JDK of version 17");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void aMissingMavenIsSaidInOneLine() throws Exception {
        Files.delete(jar);
        Files.delete(tools.resolve("mvn"));
        Outcome outcome = faas(jdk("17.0.2"), home, "./faas", "env");
        assertThat(outcome.output().lines()).hasSize(1).first().asString().startsWith("faas: needs Maven");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    private record Outcome(int exit, String output) {}

    private Outcome faas(Path jdk, Path folder, String... command) throws IOException, InterruptedException {
        Path output = temporary.resolve("output");
        Process process = start(jdk, folder, output, command);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    private Process start(Path jdk, Path folder, Path output, String... command) throws IOException {
        var full = new ArrayList<>(List.of("/bin/sh"));
        full.addAll(Arrays.asList(command));
        var builder = new ProcessBuilder(full)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().remove("LC_ALL");
        builder.environment().put("HOME", temporary.toString());
        builder.environment().put("PATH", tools + ":" + plainTools());
        return builder.start();
    }

    /** The programs that the script may use, without the machine's own JDK and Maven. */
    private Path plainTools() throws IOException {
        Path plain = temporary.resolve("plain");
        if (Files.exists(plain)) return plain;
        Files.createDirectories(plain);
        for (String name :
                List.of("sed", "find", "head", "dirname", "readlink", "touch", "rm", "ln", "mkdir", "sleep")) {
            Path real = Files.exists(Path.of("/usr/bin", name)) ? Path.of("/usr/bin", name) : Path.of("/bin", name);
            program(plain.resolve(name), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        return plain;
    }

    private Path jdk(String version) throws IOException {
        Path jdk = temporary.resolve("jdk " + version);
        file(jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        program(
                jdk.resolve("bin/java"),
                "#!/bin/sh\nprintf '<%s> ' \"$@\" | sed 's/<-jar>/-jar/'\necho \"in $LC_ALL.\"\nexit 7\n");
        return jdk;
    }

    private static void program(Path path, String script) throws IOException {
        assertThat(file(path, script).toFile().setExecutable(true)).isTrue();
    }

    private static Path file(Path path, String content) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }
}
