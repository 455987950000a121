package minifaas.course.source;

/** Takes whole lines out of a text, and with them the blank lines that would be left over. */
final class Cut {
    private Cut() {}

    /**
     * The text without the lines of a range. Of the blank lines around it those in front stay, unless nothing but the
     * end of a type follows.
     *
     * @param from begins on the first line that goes
     * @param to ends on the last line that goes; a comment behind it on that line goes too
     */
    static String lines(String text, int from, int to) {
        String before = text.substring(0, startOfLine(text, from));
        String after = text.substring(endOfLine(text, to));
        boolean opens = before.stripTrailing().endsWith("{");
        boolean closes = after.stripLeading().startsWith("}");
        if (closes) return withoutBlankEnd(before) + withoutBlankStart(after);
        if (opens || endsBlank(before)) return before + withoutBlankStart(after);
        return before + after;
    }

    /** Where the line of an offset begins. */
    static int startOfLine(String text, int offset) {
        int start = offset;
        while (start > 0 && !isLineEnd(text.charAt(start - 1))) start--;
        return start;
    }

    /** Where the line behind the line of an offset begins. */
    static int endOfLine(String text, int offset) {
        int end = offset;
        while (end < text.length() && !isLineEnd(text.charAt(end))) end++;
        if (text.startsWith("\r\n", end)) return end + 2;
        return Math.min(end + 1, text.length());
    }

    /** Whether the last line of a text, which ends in a line end, is blank. */
    static boolean endsBlank(String text) {
        return text.substring(startOfLine(text, text.length() - lengthOfLineEnd(text)))
                .isBlank();
    }

    /** Whether the first line of a text is blank. */
    static boolean startsBlank(String text) {
        return text.substring(0, endOfLine(text, 0)).isBlank();
    }

    private static String withoutBlankStart(String text) {
        String result = text;
        while (!result.isEmpty() && startsBlank(result)) result = result.substring(endOfLine(result, 0));
        return result;
    }

    private static String withoutBlankEnd(String text) {
        String result = text;
        while (!result.isEmpty() && endsBlank(result))
            result = result.substring(0, startOfLine(result, result.length() - lengthOfLineEnd(result)));
        return result;
    }

    private static int lengthOfLineEnd(String text) {
        if (text.endsWith("\r\n")) return 2;
        return text.isEmpty() || !isLineEnd(text.charAt(text.length() - 1)) ? 0 : 1;
    }

    private static boolean isLineEnd(char each) {
        return each == '\n' || each == '\r';
    }
}
