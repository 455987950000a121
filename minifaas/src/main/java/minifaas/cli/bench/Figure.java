package minifaas.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;

/**
 * One line of the report.
 *
 * @param name what was measured
 * @param value the median of several runs
 * @param unit of the value and the floor
 * @param floor what the machine can do at best; NaN where there is none
 * @param wanted what was aimed at, in words; empty where nothing was
 * @param met whether the value is what was wanted
 */
record Figure(String name, double value, String unit, double floor, String wanted, boolean met) {
    /** A figure that is only told. */
    static Figure told(String name, double value, String unit, double floor) {
        return new Figure(name, value, unit, floor, "", true);
    }

    static Figure of(String name, double value, String unit, double floor, String wanted, DoublePredicate isMet) {
        return new Figure(name, value, unit, floor, wanted, isMet.test(value));
    }

    /** The middle one of several runs' values. */
    static <T> double median(List<T> runs, ToDoubleFunction<T> value) {
        double[] values = runs.stream().mapToDouble(value).sorted().toArray();
        if (values.length == 0) throw new IllegalArgumentException("no runs");
        return values[values.length / 2];
    }

    static String heading() {
        return row("figure", "median", "floor", "ratio", "wanted");
    }

    @Override
    public String toString() {
        String verdict = wanted.isEmpty() ? "" : wanted + ": " + (met ? "met" : "NOT met");
        boolean hasFloor = !Double.isNaN(floor);
        return row(
                name,
                number(value) + " " + unit,
                hasFloor ? number(floor) + " " + unit : "",
                hasFloor ? String.format(Locale.ROOT, "%.2f x", value / floor) : "",
                verdict);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.1f", value);
    }

    private static String row(String... cells) {
        Object[] columns = Arrays.copyOf(cells, cells.length, Object[].class);
        return String.format(Locale.ROOT, "%-46s %14s %14s %9s  %s", columns).stripTrailing();
    }
}
