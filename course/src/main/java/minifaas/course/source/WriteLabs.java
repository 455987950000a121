package minifaas.course.source;

import java.io.IOException;
import java.nio.file.Path;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Syllabus;

/** Writes the classes of all labs anew, after the reference or the syllabus has changed. */
public final class WriteLabs {
    private WriteLabs() {}

    /**
     * Takes one argument.
     *
     * @param args the folder of the course; what is in it of the labs' classes is lost
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        var sources = new LabSources(Path.of(args[0]));
        for (Chapter chapter : Syllabus.read(sources.home()).labs()) sources.write(chapter);
    }
}
