package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Path;

/** What makes the students' edition of the book, which the course machine does not do itself. */
@FunctionalInterface
public interface SiteBuild {
    /**
     * Builds it.
     *
     * @param home the folder with the texts and with the sources that they show members of
     * @param term the file of the term, which names the chapters that are shown
     * @param out the folder of the site, which is not there yet
     * @throws IOException when that fails
     */
    void build(Path home, Path term, Path out) throws IOException, InterruptedException;
}
