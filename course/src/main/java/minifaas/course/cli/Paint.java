package minifaas.course.cli;

import picocli.CommandLine.Help.Ansi;

/**
 * Colours and bars for people at a terminal; plain text for all others.
 *
 * @param isOn whether there is a terminal that shows them
 */
record Paint(boolean isOn) {
    private static final int BAR_WIDTH = 10;

    /** As the terminal and the variables NO_COLOR, CLICOLOR and TERM have it. */
    static Paint ofThisTerminal() {
        return new Paint(Ansi.AUTO.enabled());
    }

    String good(String text) {
        return inColour(32, text);
    }

    String bad(String text) {
        return inColour(31, text);
    }

    String quiet(String text) {
        return inColour(90, text);
    }

    String strong(String text) {
        return inColour(1, text);
    }

    private String inColour(int code, String text) {
        return isOn ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** How much of something is done, with a space behind it; nothing in plain text, which has the numbers. */
    String bar(int points, int possible) {
        if (!isOn) return "";
        int full = possible == 0 ? 0 : points * BAR_WIDTH / possible;
        return good("█".repeat(full)) + quiet("░".repeat(BAR_WIDTH - full)) + " ";
    }
}
