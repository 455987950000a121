package minifaas.course.grade.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import minifaas.course.grade.Graded;
import minifaas.course.grade.SubmissionResult;

/** The forms that results are written in beside the model's own. */
public enum Format {
    /** A grade book for spreadsheets, of all submissions. */
    CSV(null),
    /** What build servers read. */
    JUNIT(new JUnitXml()),
    /** What Gradescope reads. */
    GRADESCOPE(new GradescopeResults()),
    /** What Classroom 50 reads. */
    CLASSROOM50(new Classroom50Result(System.getenv())),
    /** What Exercism reads. */
    EXERCISM(new ExercismResult());

    /** The grade book's name. */
    public static final String GRADE_BOOK = "grades.csv";

    /** Of one submission; none when the form is of all of them. */
    private final SubmissionReport report;

    Format(SubmissionReport report) {
        this.report = report;
    }

    /**
     * Writes what a run said: {@value #GRADE_BOOK}, or a folder of the form's name with a file for each submission.
     *
     * @param out folder of the results
     */
    public void write(List<Graded> run, Path out) throws IOException {
        if (report == null) {
            List<SubmissionResult> results = run.stream().map(Graded::result).toList();
            Files.writeString(out.resolve(GRADE_BOOK), GradeBook.of(results));
            return;
        }
        Path folder = Files.createDirectories(out.resolve(toString()));
        for (Graded each : run) {
            String ending = report instanceof JUnitXml ? ".xml" : ".json";
            Files.writeString(folder.resolve(each.id() + ending), report.of(each.result()));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
