package minifaas.course.handout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import minifaas.course.syllabus.Chapter;
import minifaas.course.term.Term;

/** The files of a handout that the course itself has in another form: its README, and what Maven and an IDE read. */
final class Templates {
    private final CoursePom versions;

    Templates(CoursePom versions) {
        this.versions = versions;
    }

    /** Writes all of them. */
    void write(Path folder, Term term, Release release) throws IOException {
        List<Chapter> labs = release.labs();
        String readme = labs.isEmpty() ? "README-without-labs.adoc" : "README.adoc";
        fill(readme, folder.resolve("README.adoc"), readme(term, release));
        fill("gitignore", folder.resolve(".gitignore"), Map.of());
        Map<String, String> root = versions(labs);
        fill("pom.xml", folder.resolve("pom.xml"), root);
        for (Chapter lab : labs) {
            Path pom = folder.resolve("labs").resolve(lab.fileName()).resolve("pom.xml");
            fill(
                    "lab-pom.xml",
                    pom,
                    Map.of(
                            "name", lab.fileName(),
                            "title", "Lab " + lab.number() + ": " + xml(lab.title()),
                            "version", versions.version()));
        }
    }

    private static Map<String, String> readme(Term term, Release release) {
        String chapters = release.chapters().stream()
                .map(chapter -> "* " + chapter.number() + " " + chapter.title())
                .collect(Collectors.joining("\n"));
        var values = new LinkedHashMap<>(Map.of("title", term.title(), "term", term.term(), "chapters", chapters));
        release.labs().stream()
                .findFirst()
                .ifPresent(first ->
                        values.putAll(Map.of("lab", String.valueOf(first.number()), "folder", first.fileName())));
        return values;
    }

    private Map<String, String> versions(List<Chapter> labs) throws IOException {
        var values = new LinkedHashMap<String, String>();
        values.put("version", versions.version());
        for (String name : List.of("junit.version", "assertj.version", "jackson.version"))
            values.put(name, versions.property(name));
        for (String name : List.of("maven-compiler-plugin", "maven-surefire-plugin", "maven-resources-plugin"))
            values.put(name, versions.plugin(name));
        values.put(
                "modules",
                labs.stream()
                        .map(chapter -> "    <module>labs/" + chapter.fileName() + "</module>")
                        .collect(Collectors.joining("\n")));
        return values;
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void fill(String template, Path target, Map<String, String> values) throws IOException {
        String text;
        try (InputStream resource = Templates.class.getResourceAsStream(template)) {
            if (resource == null) throw new IllegalStateException("the template " + template + " is missing");
            text = new String(resource.readAllBytes(), UTF_8);
        }
        for (var value : values.entrySet()) text = text.replace("@" + value.getKey() + "@", value.getValue());
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }
}
