package minifaas.course.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a page says that a reader types and sees.
 *
 * <p>A block {@code [source,console]} holds commands, each after a {@code $}, and below each its output; a command goes
 * on in the next line after a backslash. Any other source block with a title is a file of that name, which is written
 * before the commands that follow it.
 *
 * @param page that it is of
 * @param steps in the order of the page
 */
public record Transcript(Page page, List<Step> steps) {
    private static final String PROMPT = "$ ";

    public Transcript {
        steps = List.copyOf(steps);
    }

    /**
     * One command.
     *
     * @param files that stand before it and after the command before, content by name
     * @param command without its prompt
     * @param output that the page shows
     * @param start where the output begins in the text of the page
     */
    public record Step(Map<String, String> files, String command, String output, int start) {
        /** Whether an output is the one shown: white space counts as one space, and placeholders for what varies. */
        boolean shows(String actual) {
            return Placeholder.matches(output, actual);
        }
    }

    /**
     * Takes the commands and files from a page.
     *
     * @throws IllegalArgumentException when a block that is to be run does not begin with a command
     */
    public static Transcript of(Page page) {
        var steps = new ArrayList<Step>();
        var files = new LinkedHashMap<String, String>();
        for (Listing listing : page.listings()) {
            if (listing.isFile()) files.put(listing.title(), listing.content());
            if (!listing.isTranscript()) continue;
            if (!listing.content().startsWith(PROMPT))
                throw new IllegalArgumentException(page.place(listing) + ": a block that is run begins with a command");
            addSteps(listing, files, steps);
        }
        return new Transcript(page, steps);
    }

    private static void addSteps(Listing listing, Map<String, String> files, List<Step> steps) {
        int start = listing.start();
        for (String part : listing.content().split("(?m)^\\$ ")) {
            if (part.isEmpty()) continue;
            int end = endOfCommand(part);
            start += PROMPT.length();
            steps.add(new Step(Map.copyOf(files), part.substring(0, end), part.substring(end + 1), start + end + 1));
            start += part.length();
            files.clear();
        }
    }

    private static int endOfCommand(String part) {
        int end = part.indexOf('\n');
        while (end > 0 && part.charAt(end - 1) == '\\' && part.indexOf('\n', end + 1) > 0)
            end = part.indexOf('\n', end + 1);
        return end;
    }
}
