package minifaas.course.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A listing block of a page: what stands between two lines of dashes.
 *
 * @param line of its first delimiter, from 1
 * @param title the line above it that begins with a full stop, without that; empty when there is none
 * @param attributes what its square brackets hold, such as {@code source,console,shows="F22"}
 * @param content its lines, each with its line end
 * @param start where the content begins in the text of the page
 */
public record Listing(int line, String title, String attributes, String content, int start) {
    private static final Pattern NAMED = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\"]*))");

    /** The language of a source block; empty for a block that is none. */
    public String language() {
        String[] positions = attributes.split(",");
        String style = positions[0].replaceAll("[%.#].*", "").strip();
        boolean isSource = style.equals("source") || style.isEmpty();
        return isSource && positions.length > 1 ? positions[1].strip() : "";
    }

    /** Whether its commands are run. */
    public boolean isTranscript() {
        return language().equals("console");
    }

    /** Whether it is a file that its reader is to write: titled with one word, and all there. */
    public boolean isFile() {
        return !language().isEmpty() && !isTranscript() && title.matches("\\S+") && !content.contains("include::");
    }

    /** The facts that it shows, as its attribute {@code shows} lists them. */
    public List<String> facts() {
        return attribute("shows")
                .map(facts -> List.of(facts.strip().split("[ ,]+")))
                .orElse(List.of());
    }

    private Optional<String> attribute(String name) {
        Matcher attribute = NAMED.matcher(attributes);
        while (attribute.find()) {
            if (attribute.group(1).equals(name))
                return Optional.of(attribute.group(2) != null ? attribute.group(2) : attribute.group(3));
        }
        return Optional.empty();
    }
}
