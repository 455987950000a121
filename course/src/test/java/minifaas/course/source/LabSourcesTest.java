package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabSourcesTest {
    private static final Path HOME = Path.of("..");
    private static final Path PROGRAM = HOME.resolve("minifaas").resolve("target");

    @TempDir
    private Path folder;

    @Test
    void theLabsAreInStepWithTheReference() throws IOException {
        if ("update".equals(System.getProperty("labs"))) WriteLabs.main(new String[] {HOME.toString()});
        var labs = new LabSources(HOME);
        for (Chapter chapter : Syllabus.read(HOME).labs())
            assertThat(files(labs.folder(chapter)))
                    .as(
                            "labs/%s is not what the reference gives: write it anew with"
                                    + " mvn -pl course -am test -Dtest=LabSourcesTest -Dlabs=update"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false",
                            chapter.fileName())
                    .isEqualTo(labs.starters(chapter));
    }

    @Test
    void allLabsAreWrittenWithOneCommand() throws IOException {
        Path file = Path.of("minifaas", "src", "main", "java", "minifaas", "kernel", "Json.java");
        Files.createDirectories(folder.resolve(file).getParent());
        Files.copy(HOME.resolve(file), folder.resolve(file));
        Files.createDirectories(folder.resolve("chapters"));
        Files.writeString(folder.resolve(Syllabus.FILE), """
                chapters:
                  - number: 1
                    slug: json
                    title: JSON
                    sentence: It is written.
                    exercises:
                      - {id: "1.1", title: Write, member: minifaas.kernel.Json#write}
                """);
        WriteLabs.main(new String[] {folder.toString()});
        Path starter = folder.resolve("labs/01-json/src/main/java/minifaas/kernel/Json.java");
        assertThat(starter).content().contains("throw new NotWrittenYet(\"1.1\");");
    }

    @Test
    void theProgramBesideALabLacksTheClassesOfTheLab() throws IOException {
        for (Chapter chapter : Syllabus.read(HOME).labs()) {
            Set<String> expected = new TreeSet<>(classes());
            for (Path file : LabSources.exercises(chapter).keySet()) {
                String name = file.toString().replace('\\', '/').replace(".java", "");
                assertThat(expected.removeIf(each -> each.equals(name + ".class") || each.startsWith(name + "$")))
                        .as(name)
                        .isTrue();
            }
            String jar = "minifaas-lab-%02d.jar".formatted(chapter.number());
            try (var program = new JarFile(PROGRAM.resolve(jar).toFile())) {
                assertThat(program.stream().map(Object::toString).filter(name -> name.endsWith(".class")))
                        .as("classes in %s; what it lacks stands in minifaas/pom.xml", jar)
                        .containsExactlyInAnyOrderElementsOf(expected);
                assertThat(program.getManifest().getMainAttributes().getValue(Attributes.Name.SEALED))
                        .as("a sealed jar does not share its packages with a lab")
                        .isNull();
            }
        }
    }

    private static Map<Path, String> files(Path folder) throws IOException {
        var files = new TreeMap<Path, String>();
        for (Path each : all(folder, ".java")) files.put(folder.relativize(each), Files.readString(each));
        return files;
    }

    private static List<String> classes() throws IOException {
        var names = new ArrayList<String>();
        Path folder = PROGRAM.resolve("classes");
        for (Path each : all(folder, ".class"))
            names.add(folder.relativize(each).toString().replace('\\', '/'));
        return names;
    }

    private static List<Path> all(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
