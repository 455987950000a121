package minifaas.course.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import minifaas.cli.Home;
import minifaas.course.handout.HandoutFolder;
import minifaas.course.jars.CourseJars;
import minifaas.course.mine.Mine;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command {@code faas} of the course: minifaas's own commands, and those of students and instructors. */
public final class Main {
    private static final String MINE = "--mine";
    private static final Set<String> HELP = Set.of("--help", "-h");

    private Main() {}

    /** Which of the student's classes run. */
    private enum Which {
        WRITTEN,
        ALL
    }

    /** Runs a command and ends the JVM with its exit code: 0, 1 for a failure, 2 for a wrong command line. */
    public static void main(String[] arguments) {
        // reading the student's commands costs the platform's start some 40 ms
        if (isPlainStart(arguments)) minifaas.cli.Main.main(arguments);
        else System.exit(commandLine().execute(arguments));
    }

    private static boolean isPlainStart(String[] arguments) {
        return arguments.length > 0
                && arguments[0].equals("up")
                && Stream.of(arguments).noneMatch(each -> each.startsWith(MINE) || HELP.contains(each));
    }

    static CommandLine commandLine() {
        CommandLine faas = minifaas.cli.Main.commandLine()
                .addSubcommand(new LabCommand())
                .addSubcommand(new HintCommand())
                .addSubcommand(new ProgressCommand())
                .addSubcommand(new ResetCommand())
                .addSubcommand(new RehearseCommand());
        // the instructor's own
        if (!HandoutFolder.isAt(Home.folder()))
            faas.addSubcommand(new SiteCommand())
                    .addSubcommand(new GradeCommand(SandboxedJudge::prepare))
                    .addSubcommand(new HandoutCommand());
        faas.getSubcommands()
                .get("up")
                .getCommandSpec()
                .addOption(OptionSpec.builder(MINE)
                        .arity("0..1")
                        .type(Which.class)
                        .fallbackValue(Which.WRITTEN.name())
                        .paramLabel("all")
                        .description("with your classes where all exercises are written; all: unwritten ones too")
                        .build());
        return faas.setCaseInsensitiveEnumValuesAllowed(true).setExecutionStrategy(Main::run);
    }

    private static int run(ParseResult parsed) {
        ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
        if (!command.hasMatchedOption(MINE) || command.isUsageHelpRequested()) return new RunLast().execute(parsed);
        CommandLine up = command.commandSpec().commandLine();
        try {
            boolean unwrittenToo = command.matchedOptionValue(MINE, Which.WRITTEN) == Which.ALL;
            return new Mine(Home.folder(), CourseJars.ofThisJvm(), System.out).run(unwrittenToo, others(command));
        } catch (Exception failure) {
            throw new ExecutionException(up, failure.getMessage(), failure);
        }
    }

    /** The command with its other options, as minifaas alone understands it. */
    private static List<String> others(ParseResult up) {
        var arguments = new ArrayList<>(List.of(up.commandSpec().name()));
        for (OptionSpec option : up.matchedOptions())
            if (!option.longestName().equals(MINE))
                for (String value : option.stringValues()) arguments.add(option.longestName() + "=" + value);
        return arguments;
    }
}
