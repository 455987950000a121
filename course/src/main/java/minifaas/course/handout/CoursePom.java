package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that the course is built with, as its own {@code pom.xml} has them. */
final class CoursePom {
    private final Path file;
    private final String text;

    /** @param home the folder of the course */
    CoursePom(Path home) throws IOException {
        file = home.resolve("pom.xml");
        text = Files.readString(file);
    }

    /** The version of the course. */
    String version() throws IOException {
        return found("<artifactId>minifaas-course</artifactId>\\s*<version>([^<]+)</version>");
    }

    /** The value of a property, such as {@code junit.version}. */
    String property(String name) throws IOException {
        return found("<" + Pattern.quote(name) + ">([^<]+)</");
    }

    /** The version of one of Maven's own plugins. */
    String plugin(String artifact) throws IOException {
        return found("<artifactId>" + Pattern.quote(artifact) + "</artifactId>\\s*<version>([^<]+)</version>");
    }

    private String found(String pattern) throws IOException {
        Matcher place = Pattern.compile(pattern).matcher(text);
        if (!place.find()) throw new IOException(file + " has no " + pattern);
        return place.group(1);
    }
}
