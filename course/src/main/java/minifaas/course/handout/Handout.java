package minifaas.course.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import minifaas.course.jars.CourseJars;
import minifaas.course.lab.Lab;
import minifaas.course.syllabus.Chapter;
import minifaas.course.syllabus.Exercise;
import minifaas.course.syllabus.Syllabus;
import minifaas.course.term.Term;
import minifaas.kernel.FileTree;

/** Writes the repository that students get, and brings one that they have up to date. */
public final class Handout {
    private static final List<String> PLAIN_FILES = List.of("faas", "faas.cmd", ".gitattributes", "LICENSE");

    private final Path home;
    private final CourseJars jars;
    private final Class<?> program;
    private final SiteBuild site;

    /**
     * @param home the folder of the course
     * @param program that the command of the handout runs
     */
    public Handout(Path home, CourseJars jars, Class<?> program, SiteBuild site) {
        this.home = home;
        this.jars = jars;
        this.program = program;
        this.site = site;
    }

    /**
     * What was done.
     *
     * @param chapters that students have now
     * @param added those that they did not have before
     * @param closed exercises whose bodies they do not get
     * @param notes what the instructor should know, a sentence each
     * @param isNew whether there is a commit for it
     */
    public record Outcome(
            List<Chapter> chapters, List<Chapter> added, List<Exercise> closed, List<String> notes, boolean isNew) {}

    /**
     * Writes the handout of a day.
     *
     * @param folder that is not there, is empty or holds an earlier handout with nothing to commit
     * @param termFile what the instructor decided
     * @throws IOException when the folder is none of these, when nothing is released yet, or when something cannot be
     *     read or written; the message is one line
     */
    public Outcome write(Path folder, Path termFile, LocalDate today) throws IOException, InterruptedException {
        Syllabus syllabus = Syllabus.read(home);
        Term term = Term.read(termFile, syllabus);
        HandoutFolder.check(folder);
        new Git(Files.exists(folder) ? folder : home).requireAuthor();
        Set<Integer> earlier = HandoutFolder.chapters(folder);
        Release release = Release.on(today, syllabus, term, earlier);
        if (release.chapters().isEmpty())
            throw new IOException("on " + today + " no chapter is released: see the dates in " + termFile);

        Path scratch = Files.createTempDirectory("minifaas-handout-").toRealPath();
        try {
            // what may fail comes before anything is changed
            Path pages = new ReleasedSite(home, termFile, release).build(site, scratch);
            HandoutFolder handout = HandoutFolder.open(folder);
            List<String> notes = write(handout, term, release, pages, scratch);
            List<Chapter> added = release.chapters().stream()
                    .filter(chapter -> !earlier.contains(chapter.number()))
                    .toList();
            boolean isNew = handout.git().commit(message(added));
            return new Outcome(release.chapters(), added, release.closed(), notes, isNew);
        } finally {
            FileTree.delete(scratch);
        }
    }

    private List<String> write(HandoutFolder handout, Term term, Release release, Path pages, Path scratch)
            throws IOException, InterruptedException {
        Path folder = handout.path();
        var labs = new ReleasedLabs(home, handout);
        for (Chapter chapter : release.labs()) labs.write(chapter);

        String syllabus = ReleasedSyllabus.of(home, release);
        Path inJar = Files.createDirectory(scratch.resolve("in-jar"));
        Files.writeString(inJar.resolve(Syllabus.FILE.getFileName()), syllabus);
        Files.createDirectories(folder.resolve(Syllabus.FILE).getParent());
        Files.writeString(folder.resolve(Syllabus.FILE), syllabus);

        var versions = new CoursePom(home);
        new ReleasedJars(jars, program, versions.version()).write(folder.resolve(HandoutFolder.LIB), inJar);
        new Templates(versions).write(folder, term, release);
        for (String name : PLAIN_FILES)
            Files.copy(
                    home.resolve(name),
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);

        Path sources = folder.resolve(Lab.FOR_READING);
        FileTree.delete(sources);
        new ReadingSources(home, release.closed()).write(sources);
        FileTree.delete(folder.resolve("site"));
        ReleasedLabs.copy(pages, folder.resolve("site"));
        return labs.notes();
    }

    private static String message(List<Chapter> added) {
        if (added.isEmpty()) return "Bring the handout up to date";
        String chapters = added.stream()
                .map(chapter -> chapter.number() + " " + chapter.title())
                .collect(Collectors.joining(", "));
        return "Hand out " + chapters;
    }
}
