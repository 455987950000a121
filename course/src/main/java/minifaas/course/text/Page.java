package minifaas.course.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the course in AsciiDoc.
 *
 * @param name of its file, for messages
 * @param text all of it
 * @param prose the text without what stands in listings, literal, passthrough and comment blocks
 * @param listings in the order of the page
 */
public record Page(String name, String text, String prose, List<Listing> listings) {
    private static final Pattern LINE = Pattern.compile("(?m)^(.*)(\\n|\\z)");
    private static final Pattern DELIMITER = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|/{4,}");
    private static final Pattern TITLE = Pattern.compile("\\.([^. ].*)");
    private static final Pattern ATTRIBUTES = Pattern.compile("\\[([^\\[].*)?]");

    public Page {
        listings = List.copyOf(listings);
    }

    /**
     * Reads a page.
     *
     * @throws IOException when it cannot be read, or a block of it has no end
     */
    public static Page read(Path file) throws IOException {
        try {
            return of(file.getFileName().toString(), Files.readString(file));
        } catch (IllegalArgumentException malformed) {
            throw new IOException(malformed.getMessage(), malformed);
        }
    }

    /**
     * Takes a page apart.
     *
     * @throws IllegalArgumentException when a block has no end
     */
    public static Page of(String name, String text) {
        var reading = new Reading();
        Matcher line = LINE.matcher(text);
        while (line.find() && line.start() < text.length()) reading.take(line.group(1), line.start(), line.end(), text);
        if (!reading.delimiter.isEmpty())
            throw new IllegalArgumentException(name + ":" + reading.opened + ": the block has no end");
        return new Page(name, text, reading.prose.toString(), reading.listings);
    }

    /** Where a reader of the page finds a listing, for messages. */
    String place(Listing listing) {
        return name + ":" + listing.line();
    }

    /** What is known of a page as far as it has been read. */
    private static final class Reading {
        private final StringBuilder prose = new StringBuilder();
        private final List<Listing> listings = new ArrayList<>();
        private String title = "";
        private String attributes = "";
        private String delimiter = "";
        private int number;
        private int opened;
        private int start;

        void take(String line, int from, int to, String text) {
            number++;
            String bare = line.stripTrailing();
            if (bare.equals(delimiter)) {
                if (delimiter.startsWith("-"))
                    listings.add(new Listing(opened, title, attributes, text.substring(start, from), start));
                delimiter = "";
                forget();
            } else if (delimiter.isEmpty()) {
                outside(bare, to);
            }
        }

        private void outside(String line, int to) {
            prose.append(line).append('\n');
            Matcher heading = TITLE.matcher(line);
            Matcher bracket = ATTRIBUTES.matcher(line);
            if (DELIMITER.matcher(line).matches()) {
                delimiter = line;
                opened = number;
                start = to;
            } else if (heading.matches()) {
                title = heading.group(1);
            } else if (bracket.matches()) {
                if (!attributes.startsWith("source")) attributes = bracket.group(1) == null ? "" : bracket.group(1);
            } else if (!line.isEmpty()) {
                forget();
            }
        }

        private void forget() {
            title = "";
            attributes = "";
        }
    }
}
