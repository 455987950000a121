package minifaas.site;

import java.nio.file.Path;
import java.util.Optional;
import minifaas.course.syllabus.Chapter;

/**
 * A text that becomes a page.
 *
 * @param kind what it is
 * @param file in AsciiDoc
 * @param page the file name of its page
 * @param chapter that it belongs to; none for the instructor's own pages
 */
record Source(Kind kind, Path file, String page, Optional<Chapter> chapter) {
    /** What a text is. */
    enum Kind {
        CHAPTER,
        WALKTHROUGH,
        FOR_THE_INSTRUCTOR
    }

    boolean isChapter() {
        return kind == Kind.CHAPTER;
    }

    boolean isFor(Edition edition) {
        return isChapter() || edition == Edition.INSTRUCTOR;
    }
}
