package minifaas.course.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import minifaas.cli.Home;
import minifaas.course.grade.AutograderZip;
import minifaas.course.grade.Basis;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.Graded;
import minifaas.course.grade.GradingKey;
import minifaas.course.grade.GradingRun;
import minifaas.course.grade.GradingSeed;
import minifaas.course.grade.LabTests;
import minifaas.course.grade.PreparedJudge;
import minifaas.course.grade.Progress;
import minifaas.course.grade.ProgressLines;
import minifaas.course.grade.ProgressOnTerminal;
import minifaas.course.grade.Submission;
import minifaas.course.grade.Submissions;
import minifaas.course.grade.report.Format;
import minifaas.course.grade.report.ScoreTable;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code faas grade}: what students hand in, judged side by side. */
@Command(
        name = "grade",
        description = "Grades submissions of a lab: for instructors.",
        footer = {
            "",
            "A submission is a zip, or a folder with a clone of the course, a lab's folder, or the classes alone. In any"
                    + " other folder, each zip and folder is a submission. Only the classes with the exercises are taken.",
            "A second run into the same folder goes on where the first one ended, and grades again what has changed."
        },
        sortOptions = false)
final class GradeCommand implements Callable<Integer> {
    private final PreparedJudge.Factory judges;

    @Spec
    private CommandSpec command;

    @Option(names = "--lab", required = true, paramLabel = "N", description = "number of the lab's chapter")
    private int number;

    @Parameters(paramLabel = "SUBMISSIONS", arity = "0..1", description = "a zip, a folder, or a folder of these")
    private Path place;

    @Option(names = "--one", description = "takes a folder as one submission, whatever is in it")
    private boolean one;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "folder for the results (${DEFAULT-VALUE})")
    private Path out;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORM",
            defaultValue = "csv",
            description = "how results are written beside the model's own: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Set<Format> formats = EnumSet.noneOf(Format.class);

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "your secret, which the tests' inputs come from; without it, one in your folder for"
                    + " configuration, made at the first use")
    private Path keyFile;

    @Option(
            names = "--gradescope",
            paramLabel = "ZIP",
            description = "grades nothing, and makes an autograder for Gradescope instead")
    private Path autograder;

    @Option(names = "--seed", hidden = true, paramLabel = "FILE", description = "a lab's seed, in place of the key")
    private Path seedFile;

    /**
     * @param judges where judges come from
     */
    GradeCommand(PreparedJudge.Factory judges) {
        this.judges = judges;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Lab lab = Lab.of(Home.folder(), number);
        if ((place == null) == (autograder == null))
            throw new ParameterException(
                    command.commandLine(), "give either what is to be graded or --gradescope with the zip to make");
        if (autograder != null) {
            new AutograderZip(CourseJars.ofThisJvm(), lab, seed(lab)).write(autograder);
            System.out.println("The autograder for lab " + number + " is " + autograder);
            return 0;
        }

        GradingSeed seed = seed(lab);
        List<Submission> submissions = one ? List.of(Submissions.only(place)) : Submissions.in(place, out);
        try (var run = new GradingRun(out)) {
            List<Graded> graded = graded(run, lab, seed, submissions);
            for (Format format : formats) format.write(graded, out);
            ScoreTable.print(System.out, graded);
            System.out.println("The results are in " + out);
            return graded.stream().allMatch(each -> each.result().done()) ? 0 : 1;
        }
    }

    private List<Graded> graded(GradingRun run, Lab lab, GradingSeed seed, List<Submission> submissions)
            throws IOException, InterruptedException {
        CourseJars jars = CourseJars.ofThisJvm();
        List<ExerciseGrade> tests =
                LabTests.of(lab, new LabRunner(jars, LabRunner.USUAL_LIMIT, OutputStream.nullOutputStream()));
        int atOnce = Math.min(submissions.size(), Runtime.getRuntime().availableProcessors());
        try (PreparedJudge judge = judges.prepare(lab, seed.value());
                Progress progress = progress(submissions.size())) {
            Basis basis = LabTests.basis(lab, jars, seed, judge);
            return run.grade(lab, basis, tests, judge.judge(), submissions, atOnce, progress);
        }
    }

    private static Progress progress(int all) {
        boolean isTerminal = Paint.ofThisTerminal().isOn();
        return isTerminal ? new ProgressOnTerminal(System.out, all) : new ProgressLines(System.out, all);
    }

    private GradingSeed seed(Lab lab) throws IOException {
        if (seedFile != null) return GradingSeed.read(seedFile);
        Path file = keyFile == null ? GradingKey.usualPlace() : keyFile;
        if (keyFile == null && !Files.exists(file) && GradingKey.make(file))
            System.out.println("A new key is in " + file + ": keep it, since another one changes the tests' inputs");
        return GradingKey.read(file, Home.folder()).seed(lab.chapter().number());
    }
}
