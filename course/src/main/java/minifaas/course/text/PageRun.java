package minifaas.course.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import minifaas.course.text.Transcript.Step;

/**
 * What came of it when the commands of a page were run.
 *
 * @param transcript of the page
 * @param outputs what the commands printed, one for each step
 * @param folders where it ran: paths below them differ from run to run
 */
public record PageRun(Transcript transcript, List<String> outputs, List<Path> folders) {
    public PageRun {
        outputs = List.copyOf(outputs);
        folders = List.copyOf(folders);
    }

    /** The steps whose output is not the one that the page shows: a text for each. */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        for (int i = 0; i < outputs.size(); i++) {
            Step step = transcript.steps().get(i);
            if (!step.shows(outputs.get(i)))
                differences.add("%s: $ %s%nshould answer%n%s%nbut answered%n%s"
                        .formatted(transcript.page().name(), step.command(), step.output(), outputs.get(i)));
        }
        return differences;
    }

    /**
     * The text of the page with what the commands answered now, where that is not what it shows; the rest is kept byte
     * for byte.
     *
     * @throws IllegalStateException when an answer would read as a command in the page, or as the end of the block
     */
    public String updatedText() {
        var text = new StringBuilder(transcript.page().text());
        for (int i = outputs.size() - 1; i >= 0; i--) {
            Step step = transcript.steps().get(i);
            if (step.shows(outputs.get(i))) continue;
            String shown = new UpdatedOutput(step.output(), folders).of(outputs.get(i));
            text.replace(step.start(), step.start() + step.output().length(), shown);
        }
        checkThatItShowsThisRun(text.toString());
        return text.toString();
    }

    private void checkThatItShowsThisRun(String text) {
        Page page = transcript.page();
        var updated = Transcript.of(Page.of(page.name(), text));
        var differences = new PageRun(updated, outputs, folders).differences();
        if (updated.steps().size() != outputs.size() || !differences.isEmpty())
            throw new IllegalStateException(page.name() + ": an answer cannot stand in the page: " + differences);
    }
}
