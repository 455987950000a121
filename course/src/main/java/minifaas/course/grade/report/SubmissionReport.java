package minifaas.course.grade.report;

import java.io.IOException;
import minifaas.course.grade.SubmissionResult;

/** A form of which each submission has a file of its own. */
@FunctionalInterface
interface SubmissionReport {
    /** The content of the file, in UTF-8. */
    String of(SubmissionResult result) throws IOException;
}
