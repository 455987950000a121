package minifaas.course.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The program {@code mvn}, which builds what the course machine does not. */
final class Maven {
    /**
     * Asciidoctor's Ruby is all start: what would be compiled well is not used long enough. Without the last one, Maven ends
     * with a line that resets the colours it did not use.
     */
    private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -Djansi.noreset=true";

    private Maven() {}

    /**
     * Makes the pages of the book.
     *
     * @param home the folder of the course
     * @param options further ones, such as {@code -Dsite.out=FOLDER}
     * @return Maven's exit code; what it has to say, it printed
     */
    static int makeSite(Path home, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program(), "-q", "-B", "-pl", "site", "-am", "-Dmaven.test.skip=true"));
        command.addAll(options);
        // up to the phase that makes the pages: a new jar would need a new archive for the quick start
        command.add("process-test-sources");
        var maven = new ProcessBuilder(command).directory(home.toFile()).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().merge("MAVEN_OPTS", OPTIONS, (given, own) -> given + " " + own);
        return maven.start().waitFor();
    }

    /** The program on PATH; Windows starts no script that is named without its ending. */
    private static String program() throws IOException {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> executables().stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "the site needs Maven: install it (https://maven.apache.org) so that mvn is on PATH"))
                .toString();
    }

    private static List<String> executables() {
        return File.separatorChar == '\\' ? List.of("mvn.cmd", "mvn.bat") : List.of("mvn");
    }
}
