package minifaas.course.wire;

/** What a call is for; its first byte is the ordinal. */
public enum Target {
    /** A member of a student's class; only the judge calls it. */
    MEMBER,
    /** A method of an object that was offered. */
    HANDLE,
    /** A future that was offered: its end is to be told. */
    FOLLOW,
    /** A future that completed on the caller's side. */
    COMPLETE
}
