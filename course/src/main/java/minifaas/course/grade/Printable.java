package minifaas.course.grade;

import java.util.regex.Pattern;

/** Makes texts of students safe to show: in a terminal, in a line of a log, in a file in UTF-8. */
final class Printable {
    /**
     * Characters that steer a terminal, end a line or turn its direction, and halves of a character, which no encoding can
     * say.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]");

    private Printable() {}

    /** The text with a question mark in place of each character that can't be shown. */
    static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
