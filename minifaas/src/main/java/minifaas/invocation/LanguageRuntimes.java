package minifaas.invocation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minifaas.function.FunctionSettings;
import minifaas.function.FunctionVersion;

/** The language runtimes of this machine: for each, an interpreter that is found here and minifaas's own loop. */
public final class LanguageRuntimes {
    private static final String FOR_SH = "#!/bin/sh\n";
    private static final Path BASH = Path.of("/bin/bash");

    private final Interpreters interpreters;
    private final RuntimeFiles files;

    /**
     * Puts the loops into the data folder.
     *
     * @param folder for the loops
     * @param sdk where the SDKs that Lambda bundles may be installed
     */
    public LanguageRuntimes(Path folder, Path sdk) throws IOException {
        this(folder, sdk, new Interpreters(System.getenv().getOrDefault("PATH", "")));
    }

    LanguageRuntimes(Path folder, Path sdk, Interpreters interpreters) throws IOException {
        this.interpreters = interpreters;
        this.files = new RuntimeFiles(folder, sdk);
    }

    /** Does once what would slow down a first cold start: finds the interpreter, archives Java's classes. */
    public void prepare(FunctionVersion version) throws IOException {
        String runtime = version.settings().runtime();
        if (isCustom(runtime)) return;
        Interpreters.Wanted wanted = Interpreters.Wanted.of(runtime);
        Optional<Interpreters.Interpreter> found = interpreters.find(wanted);
        if (found.isPresent() && wanted.language() == Interpreters.Language.JAVA) {
            files.javaArchive().prepare(found.get());
        }
    }

    private static boolean isCustom(String runtime) {
        return runtime.startsWith("provided");
    }

    /** Where functions find the AWS SDK for Node.js: in the SDKs' folder, else where this machine has it. */
    Path nodeModules() {
        Path own = files.sdk().resolve("nodejs").resolve("node_modules");
        if (Files.isDirectory(own)) return own;
        return interpreters.globalNodeModules().stream()
                .filter(modules -> Files.isDirectory(modules.resolve("@aws-sdk")))
                .findFirst()
                .orElse(own);
    }

    /** The script that watches over processes. */
    Path guardian() {
        return files.guardian();
    }

    /**
     * A command line.
     *
     * @param note for the function's log, when what runs is not quite what was asked for; else empty
     */
    record Command(List<String> line, String note) {}

    /** How the program of an environment is started. */
    Command commandFor(Program.Plan plan) throws IOException, Program.CannotStart {
        FunctionSettings settings = plan.version().settings();
        if (isCustom(settings.runtime())) return bootstrap(plan.folder().taskRoot());

        Interpreters.Wanted wanted = Interpreters.Wanted.of(settings.runtime());
        Interpreters.Interpreter found = interpreters
                .find(wanted)
                .orElseThrow(() -> Program.CannotStart.runtimeMissing(wanted.howToInstall(settings.runtime())));
        var line = new ArrayList<String>();
        line.add(found.program().toString());
        switch (wanted.language()) {
            case NODE -> line.addAll(files.nodeArguments(settings.memorySizeMiB()));
            case PYTHON -> line.addAll(files.pythonArguments());
            case JAVA -> {
                line.add("-Djava.io.tmpdir=" + plan.folder().tmp()); // Java does not read TMPDIR
                line.addAll(files.javaArguments(found, settings.memorySizeMiB()));
            }
        }
        return new Command(line, note(settings.runtime(), wanted, found));
    }

    private static String note(String runtime, Interpreters.Wanted wanted, Interpreters.Interpreter found) {
        if (found.satisfies(wanted)) return "";
        return "minifaas: " + runtime + " runs on " + wanted.language().title() + " " + found.version()
                + ", which is what this machine has\n";
    }

    private static Command bootstrap(Path taskRoot) throws IOException, Program.CannotStart {
        Path bootstrap = taskRoot.resolve("bootstrap");
        if (!Files.isRegularFile(bootstrap)) {
            throw Program.CannotStart.invalidEntrypoint("Couldn't find valid bootstrap(s): [/var/task/bootstrap]");
        }
        if (!Files.isExecutable(bootstrap)) {
            throw Program.CannotStart.invalidEntrypoint("fork/exec /var/task/bootstrap: permission denied");
        }
        return new Command(asOnAmazonLinux(bootstrap), "");
    }

    /** Amazon Linux's sh is bash, and AWS's own tutorial counts on it; elsewhere sh may be a smaller shell. */
    private static List<String> asOnAmazonLinux(Path bootstrap) throws IOException {
        boolean isForSh;
        try (var file = Files.newInputStream(bootstrap)) {
            isForSh = new String(file.readNBytes(FOR_SH.length()), ISO_8859_1).equals(FOR_SH);
        }
        if (!isForSh || !Files.isExecutable(BASH)) return List.of(bootstrap.toString());
        return List.of(BASH.toString(), "--posix", bootstrap.toString());
    }
}
