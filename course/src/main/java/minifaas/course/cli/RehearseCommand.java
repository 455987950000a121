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
 * once after each build.
 */
@Command(name = "rehearse", hidden = true, description = "Shows the JVM which classes the commands use.")
final class RehearseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "data folder for a first start of the platform")
    private Path data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int exit = Main.commandLine().execute("demo", "--exit", "--port", "0", "--data", data.toString());
        Path home = Home.folder();
        var runner = new LabRunner(CourseJars.ofThisJvm(), LabRunner.USUAL_LIMIT, System.out);
        var lab = Lab.all(home, Syllabus.read(home)).stream().findFirst();
        if (lab.isPresent()) runner.prepare(lab.get());
        return exit;
    }
}
