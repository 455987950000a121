package minifaas.site;

import java.util.Locale;

/** For whom the site is. */
enum Edition {
    /** The chapters; answers are folded. */
    STUDENT,
    /** The chapters with their notes, the walkthroughs of the labs, and the instructor's own pages; answers are open. */
    INSTRUCTOR;

    /** As it is called on a command line, and as its folders are. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
