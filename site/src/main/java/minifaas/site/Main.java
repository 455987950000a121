package minifaas.site;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that Maven runs before and after Asciidoctor to build the site. */
@Command(
        name = "site",
        subcommands = {TextsCommand.class, PagesCommand.class})
public final class Main {
    private Main() {}

    /** Does a step. Ends with exit code 1 when a text has a mistake, and names each. */
    public static void main(String[] arguments) {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println("site: " + failure.getMessage());
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    /** The exit code of a step; says what the mistakes are. */
    static int status(List<String> problems) {
        problems.stream().distinct().forEach(problem -> System.err.println("site: " + problem));
        return problems.isEmpty() ? 0 : 1;
    }
}
