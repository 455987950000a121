package minifaas.course.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a page is to show instead of an output that is no longer the one. */
final class UpdatedOutput {
    private final List<String> shown;
    private final List<Path> folders;

    /**
     * @param shown until now
     * @param folders whose paths differ from run to run
     */
    UpdatedOutput(String shown, List<Path> folders) {
        this.shown = new ArrayList<>(shown.lines().toList());
        this.folders = folders;
    }

    /** Keeps each shown line that is still right, and writes the others with placeholders. */
    String of(String actual) {
        var text = new StringBuilder();
        for (String line : actual.stripTrailing().lines().toList())
            text.append(kept(line)).append('\n');
        return text.toString();
    }

    private String kept(String line) {
        for (int i = 0; i < shown.size() && !line.isBlank(); i++) {
            String candidate = shown.get(i);
            if (!Placeholder.matches(candidate, line)) continue;
            shown.subList(0, i + 1).clear();
            return candidate;
        }
        return Placeholder.putInto(line.stripTrailing().replace('\t', ' '), folders);
    }
}
