package minifaas.course.grade.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.SubmissionResult;

/**
 * A table for spreadsheets (RFC 4180), one line a submission. It says nothing of times, so that the same submissions make
 * the same grade book. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV
 * Injection").
 */
final class GradeBook {
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private GradeBook() {}

    /** The table of a run. */
    static String of(List<SubmissionResult> results) {
        var lines = new ArrayList<List<String>>();
        lines.add(titles(results));
        for (SubmissionResult result : results) lines.add(line(result));
        return lines.stream()
                .map(line -> line.stream().map(GradeBook::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, "", LINE_END));
    }

    private static List<String> titles(List<SubmissionResult> results) {
        var titles = new ArrayList<>(List.of("submission", "lab", "points", "possible"));
        results.stream()
                .findFirst()
                .ifPresent(first -> first.exercises().forEach(exercise -> titles.add("exercise " + exercise.id())));
        titles.addAll(List.of("protected", "sandbox", "seed", "remarks"));
        return titles;
    }

    private static List<String> line(SubmissionResult result) {
        var line = new ArrayList<>(List.of(
                text(result.submission()),
                Integer.toString(result.lab()),
                Integer.toString(result.points()),
                Integer.toString(result.possible())));
        for (ExerciseGrade exercise : result.exercises()) line.add(Integer.toString(exercise.points()));
        line.add(result.basis().isProtected() ? "yes" : "no");
        line.add(text(result.basis().sandbox()));
        line.add(result.basis().seed());
        line.add(text(String.join("; ", result.remarks())));
        return line;
    }

    private static String text(String value) {
        boolean isFormula =
                !value.isEmpty() && FORMULA_STARTS.indexOf(value.strip().isEmpty() ? ' ' : first(value)) >= 0;
        return isFormula ? "'" + value : value;
    }

    /** The first sign that a spreadsheet looks at: some skip spaces. */
    private static char first(String value) {
        return value.charAt(0) == ' ' ? value.stripLeading().charAt(0) : value.charAt(0);
    }

    private static String quoted(String value) {
        boolean needsQuotes = value.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
        return needsQuotes ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
