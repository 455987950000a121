package minifaas.course.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import minifaas.cli.Home;
import picocli.CommandLine.Command;

/** {@code faas site}: the chapters as pages for a browser, built by Maven. */
@Command(name = "site", description = "Builds the pages of the book with Maven.")
final class SiteCommand implements Callable<Integer> {
    private static final Path FIRST_PAGE = Path.of("site", "target", "site", "index.html");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Home.folder();
        System.out.println("Making the pages of the book, which takes half a minute");
        // up to the phase that makes the pages: a new jar would need a new archive for the quick start
        var maven = new ProcessBuilder(
                        maven(), "-q", "-B", "-pl", "site", "-am", "-Dmaven.test.skip=true", "process-classes")
                .directory(home.toFile())
                .inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // without this, Maven ends with a line that resets the colours it did not use
        maven.environment().merge("MAVEN_OPTS", "-Djansi.noreset=true", (given, own) -> given + " " + own);
        int status = maven.start().waitFor();
        if (status == 0) System.out.println("The book begins at " + home.resolve(FIRST_PAGE));
        return status;
    }

    /** The program on PATH; Windows starts no script that is named without its ending. */
    private static String maven() throws IOException {
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
