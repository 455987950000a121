package minifaas.site;

/** For whom the site is. */
enum Edition {
    /** The chapters; answers are folded. */
    STUDENT,
    /** The chapters with their notes, the walkthroughs of the labs, and the instructor's own pages; answers are open. */
    INSTRUCTOR
}
