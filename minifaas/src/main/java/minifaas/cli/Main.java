package minifaas.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import minifaas.cli.bench.Bench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code faas}. Whatever goes wrong in an expected way ends in one line and an exit code. */
@Command(
        name = "faas",
        description = "A small Function-as-a-Service that speaks AWS Lambda's protocols.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Demo.class, Logs.class, Watch.class, Env.class, Bench.class})
public final class Main implements Runnable {
    private static final int ENDED_BY_CTRL_C = 130;

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the JVM with its exit code: 0, 1 for a failure, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands of minifaas itself, to which others may be added. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongCommandLine)
                .setExecutionExceptionHandler(Main::failed);
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static int wrongCommandLine(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println("faas: " + oneLine(wrong) + "; see ./" + name + " --help");
        return 2;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (failure instanceof InterruptedException) { // asked for, so nothing is wrong
            Thread.currentThread().interrupt();
            return ENDED_BY_CTRL_C;
        }
        if (!(failure instanceof IOException)) throw failure; // a bug: its stack trace is wanted
        command.getErr().println("faas: " + oneLine(failure));
        return 1;
    }

    private static String oneLine(Exception failure) {
        // the message of some is a path and nothing else; what is wrong with it says the name of the class
        boolean isPathAlone = failure instanceof FileSystemException file && file.getReason() == null;
        String message = isPathAlone || failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "minifaas " + (version == null ? "(not packaged)" : version) + " on Java "
                        + System.getProperty("java.version")
            };
        }
    }
}
