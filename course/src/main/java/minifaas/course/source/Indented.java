package minifaas.course.source;

import java.util.stream.Collectors;

/**
 * Lines that stand at the left margin, to be moved to where a member stands.
 *
 * @param text the lines, ended in whatever way
 * @param indentation what comes before each line that is not blank
 * @param lineEnd what comes between two lines
 */
record Indented(String text, String indentation, String lineEnd) {
    /** For a place that has the indentation of the first line already; the last line has no end. */
    String afterFirstLine() {
        return allLines().substring(text.isBlank() ? 0 : indentation.length());
    }

    /** Every line indented; the last one has no end. */
    String allLines() {
        return text.strip()
                .lines()
                .map(line -> line.isBlank() ? "" : indentation + line.stripTrailing())
                .collect(Collectors.joining(lineEnd));
    }
}
