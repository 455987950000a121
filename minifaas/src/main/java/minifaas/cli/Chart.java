package minifaas.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import minifaas.cli.Look.State;

/**
 * Draws the last looks at a platform as text: one column a look, the newest at the right; environments stacked by state,
 * and below them how deep the queue was and how many calls were throttled.
 */
final class Chart {
    private static final int MOST_ROWS = 12;
    /** Lines beside the rows, and the one in which the cursor stands below the chart. */
    private static final int OTHER_LINES = 6;

    private static final int MARGIN = 18;
    private static final String SHADES = " ▁▂▃▄▅▆▇█";

    private final List<Look> looks;
    private final int rows;

    private Chart(List<Look> looks, int rows) {
        this.looks = looks;
        this.rows = rows;
    }

    /**
     * The chart's lines, for one terminal always the same number of them.
     *
     * @param all one look or more, the oldest first
     * @param terminal which all of it fits: no line is longer than it is wide, of more looks than fit the oldest are left
     *     out, and where it is too low for a chart only the last line is left
     */
    static List<String> draw(List<Look> all, TerminalSize terminal) {
        int columns = Math.max(1, terminal.columns() - MARGIN);
        List<Look> newest = all.subList(Math.max(0, all.size() - columns), all.size());
        var chart = new Chart(newest, Math.min(MOST_ROWS, terminal.rows() - OTHER_LINES));
        List<String> lines = chart.rows < 1 ? List.of(chart.newest().line()) : chart.lines();
        return lines.stream()
                .map(line -> line.substring(0, Math.min(terminal.columns(), line.length())))
                .toList();
    }

    private List<String> lines() {
        int most = Math.max(rows, looks.stream().mapToInt(Look::total).max().orElse(0));
        var lines = new ArrayList<String>();
        lines.add("environments: "
                + Arrays.stream(State.values())
                        .map(state -> state.mark() + " " + state.word())
                        .collect(Collectors.joining("  ")));
        for (int row = rows - 1; row >= 0; row--) lines.add(row(row, most));
        lines.add(label("0") + "+" + "-".repeat(looks.size()));
        long[] queued = looks.stream().mapToLong(Look::queued).toArray();
        lines.add(label("queued " + newest().queued()) + "|" + shades(queued));
        lines.add(label("throttled " + newest().throttled()) + "|" + shades(newlyThrottled()));
        lines.add(newest().line());
        return lines;
    }

    /** A row of the stack; it stands for the environments up to its upper edge, which is written beside it. */
    private String row(int row, int most) {
        int upper = most * (row + 1) / rows;
        int middle = (most * row / rows + upper - 1) / 2;
        var line = new StringBuilder(label(row == rows - 1 || row % 3 == 2 ? String.valueOf(upper) : "")).append('|');
        for (Look look : looks)
            line.append(Optional.ofNullable(look.at(middle)).map(State::mark).orElse(' '));
        return line.toString();
    }

    /** How many calls were throttled between a look and the one before it; nobody knows that of the first. */
    private long[] newlyThrottled() {
        var differences = new long[looks.size()];
        for (int i = 1; i < differences.length; i++)
            differences[i] = looks.get(i).throttled() - looks.get(i - 1).throttled();
        return differences;
    }

    /** Zero is blank, the highest value is full, and whatever is over zero can be seen. */
    private static String shades(long[] values) {
        long highest = Math.max(1, LongStream.of(values).max().orElse(1));
        int steps = SHADES.length() - 1;
        var line = new StringBuilder();
        for (long value : values) {
            long step = value <= 0 ? 0 : Math.max(1, Math.round((double) value * steps / highest));
            line.append(SHADES.charAt((int) step));
        }
        return line.toString();
    }

    private Look newest() {
        return looks.get(looks.size() - 1);
    }

    private static String label(String text) {
        return "%17s".formatted(text);
    }
}
