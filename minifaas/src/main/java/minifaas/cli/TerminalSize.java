package minifaas.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a terminal shows.
 *
 * @param rows its lines
 * @param columns the characters of each
 */
record TerminalSize(int rows, int columns) {
    /** What is assumed where the terminal does not say, as on Windows. */
    static final TerminalSize USUAL = new TerminalSize(24, 80);

    private static final Pattern ANSWER = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})\\s*");

    /** The size now of the terminal that this process reads from. */
    static TerminalSize now() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return read(new String(stty.getInputStream().readAllBytes(), US_ASCII));
        } catch (IOException noStty) {
            return USUAL;
        }
    }

    /** What {@code stty size} answers: rows and columns, nothing when there is no terminal, zeros when nobody knows. */
    static TerminalSize read(String answer) {
        Matcher size = ANSWER.matcher(answer);
        return size.matches()
                ? new TerminalSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : USUAL;
    }
}
