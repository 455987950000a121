package minifaas.course.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import minifaas.course.lab.LabResult;
import minifaas.course.lab.TestResult;

/** Decides what a submission is worth. Several threads ask the same one. */
public interface Judge {
    /**
     * Judges one submission.
     *
     * @param sources folder with the classes of the lab's exercises, under their packages
     * @param work a folder for this submission alone
     * @param ended told each result as soon as there is one
     * @throws IOException when something fails that is not the student's doing
     * @throws InterruptedException when this thread is interrupted; nothing runs on then
     */
    LabResult judge(Path sources, Path work, Consumer<TestResult> ended) throws IOException, InterruptedException;
}
