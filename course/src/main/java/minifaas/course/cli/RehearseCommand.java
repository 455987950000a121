package minifaas.course.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import minifaas.cli.Home;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.lab.LabRunner;
import minifaas.course.syllabus.Syllabus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code faas rehearse}: does what the commands do most, for an archive of the classes that it takes. The script runs it
 * once for each part after a build.
 */
@Command(name = "rehearse", hidden = true, description = "Shows the JVM which classes the commands use.")
final class RehearseCommand implements Callable<Integer> {
    /** A part of the commands with an archive of its own. */
    private enum Part {
        PLATFORM,
        LABS
    }

    @Parameters(paramLabel = "PART", description = "${COMPLETION-CANDIDATES}")
    private Part part;

    @Parameters(paramLabel = "DIR", description = "data folder for a first start of the platform")
    private Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (part == Part.LABS) return prepareALab();
        return Main.commandLine().execute("demo", "--exit", "--port", "0", "--data", data.toString());
    }

    private static int prepareALab() throws IOException, InterruptedException {
        Path home = Home.folder();
        var runner = new LabRunner(CourseJars.ofThisJvm(), LabRunner.USUAL_LIMIT, System.out);
        var lab = Lab.all(home, Syllabus.read(home)).stream().findFirst();
        if (lab.isPresent()) runner.prepare(lab.get());
        return 0;
    }
}
