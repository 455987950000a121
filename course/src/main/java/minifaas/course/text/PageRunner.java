package minifaas.course.text;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import minifaas.course.text.Transcript.Step;
import minifaas.kernel.FileTree;

/**
 * Does what a page says, as a reader would: its commands in their order, in bash, in one folder, against a fresh
 * platform.
 *
 * <p>{@code faas} and {@code aws} are on PATH, and {@code aws} finds the platform whatever its version is. A page with
 * the attribute {@code :through: 6} has the platform as far as chapter 6, one with {@code :keep-alive: 5} a platform that
 * keeps idle environments for 5 s, one with {@code :memory: 4096} a platform that has 4 GiB for them and not 1.
 */
public final class PageRunner {
    private static final List<String> PROGRAMS = List.of("bash", "aws", "curl", "python3");
    /** Attributes of a page that are options of the platform which it is run on. */
    private static final List<String> OPTIONS = List.of("through", "keep-alive", "memory");

    private final Path home;
    private final Path folder;

    private PageRunner(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** The programs that pages need and that are not on this machine. */
    public static List<String> missingPrograms() {
        return PROGRAMS.stream()
                .filter(program -> onPath(program).findAny().isEmpty())
                .toList();
    }

    /**
     * Runs the commands of a page.
     *
     * @param home the folder of the course
     * @throws IOException when the platform does not start, or a command does not end
     */
    public static PageRun run(Page page, Path home) throws IOException {
        Path folder = Files.createTempDirectory("minifaas-page-").toRealPath();
        try {
            return new PageRunner(home.toRealPath(), folder).run(Transcript.of(page));
        } finally {
            FileTree.delete(folder);
        }
    }

    private PageRun run(Transcript transcript) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        var outputs = new ArrayList<String>();
        try (var platform = FaasProcess.up(home, folder, options(transcript.page()));
                var shell = ShellSession.start(work, folder, environment())) {
            shell.run("eval \"$(faas env --port " + platform.port() + ")\"");
            for (Step step : transcript.steps()) {
                write(step.files(), work);
                outputs.add(withoutNotes(shell.run(step.command())));
            }
        }
        return new PageRun(transcript, outputs, List.of(folder, home, Path.of(System.getProperty("java.home"))));
    }

    private static List<String> options(Page page) {
        var options = new ArrayList<String>();
        for (String option : OPTIONS) {
            Matcher attribute =
                    Pattern.compile("(?m)^:" + option + ": *(\\d+)$").matcher(page.text());
            if (attribute.find()) options.addAll(List.of("--" + option, attribute.group(1)));
        }
        if (!options.contains("--memory")) options.addAll(List.of("--memory", "1024"));
        return options;
    }

    private Map<String, String> environment() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        script(programs.resolve("faas"), "exec '" + String.join("' '", FaasProcess.command(home)) + "' \"$@\"");
        Path aws = onPath("aws").findFirst().orElseThrow();
        script(programs.resolve("aws"), "exec '" + aws + "' --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"");

        var environment = new LinkedHashMap<String, String>();
        environment.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        environment.put("LC_ALL", "C.UTF-8");
        // nothing of the configuration of whoever runs this
        environment.put("AWS_CONFIG_FILE", "/dev/null");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        environment.put("AWS_PAGER", "");
        return environment;
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        if (!file.toFile().setExecutable(true)) throw new IOException(file + " cannot be made executable");
    }

    private static void write(Map<String, String> files, Path work) throws IOException {
        for (var file : files.entrySet()) {
            Path path = work.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** A log begins with a note when this machine has another version of the language; it is not the page's. */
    private static String withoutNotes(String output) {
        return output.replaceAll("(?m)^minifaas: .*\\n?", "");
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }
}
