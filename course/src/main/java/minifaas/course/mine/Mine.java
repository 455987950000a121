package minifaas.course.mine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.syllabus.Syllabus;

/** Runs minifaas with the student's classes in a JVM of its own. */
public final class Mine {
    private final Path home;
    private final CourseJars jars;
    private final PrintStream out;

    /**
     * @param home the folder of the course
     * @param out where it says which class is whose
     */
    public Mine(Path home, CourseJars jars, PrintStream out) {
        this.home = home;
        this.jars = jars;
        this.out = out;
    }

    /**
     * Runs a command of minifaas until it ends, or until this JVM is told to end.
     *
     * @param unwrittenToo whether classes are taken whose exercises are not all written
     * @param arguments such as {@code up --port 0}
     * @return its exit code
     */
    public int run(boolean unwrittenToo, List<String> arguments) throws IOException, InterruptedException {
        out.println("Starting minifaas with your classes in it");
        out.flush();
        OwnFolder folder = OwnFolder.in(jars.course().resolveSibling("mine"));
        try {
            Path classes = folder.path().resolve("classes");
            List<MyClass> mine = MyClasses.choose(Lab.all(home, Syllabus.read(home)), jars, classes, unwrittenToo);
            mine.forEach(this::print);
            var platform = MyPlatform.in(folder.path(), jars, classes, MyClasses.taken(mine));
            return run(platform.command(home, List.of("-Dminifaas.mine=" + exercises(mine)), arguments));
        } finally {
            folder.close();
        }
    }

    /** The classes that are taken with their exercises, as minifaas names them when one fails. */
    private static String exercises(List<MyClass> mine) {
        return mine.stream()
                .filter(MyClass::isTaken)
                .map(each -> each.name() + "=" + String.join(", ", each.ids()))
                .collect(Collectors.joining(";"));
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        out.flush();
        Process process = new ProcessBuilder(command).inheritIO().start();
        // Ctrl-C reaches both processes, any other signal only this one
        var passOn = new Thread(() -> end(process), "pass-on");
        Runtime.getRuntime().addShutdownHook(passOn);
        return process.waitFor();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(MyClass each) {
        String exercises = String.join(", ", each.ids());
        String end = each.isTaken() ? "" : ": " + each.reason();
        out.println((each.isTaken() ? "yours      " : "reference  ") + each.name() + " (" + exercises + ")" + end);
    }
}
