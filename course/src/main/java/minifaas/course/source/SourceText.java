package minifaas.course.source;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text as the parser sees it: lines and columns from 1, a tab counts as one column.
 *
 * <p>A line ends with LF, CR LF or CR, and each line may do so in its own way.
 */
final class SourceText {
    private final String text;
    /** Offsets in the text, in characters. */
    private final List<Integer> lineStarts = new ArrayList<>();

    SourceText(String text) {
        this.text = text;
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            boolean endsLine = text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1));
            if (endsLine) lineStarts.add(i + 1);
        }
    }

    /** Where a node begins, without its comment. */
    int start(Node node) {
        return offset(range(node).begin);
    }

    /** The offset behind the last character of a node. */
    int end(Node node) {
        return offset(range(node).end) + 1;
    }

    /** The offset of a line, from 1; behind the end when there are no more. */
    int startOfLine(int line) {
        return line <= lineStarts.size() ? lineStarts.get(line - 1) : text.length();
    }

    /** The text of lines from one to another, both included, each ended with LF. */
    String text(int first, int last) {
        return text.substring(startOfLine(first), startOfLine(last + 1))
                .lines()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    boolean isBlank(int line) {
        return text(line, line).isBlank();
    }

    /** What stands in front of a node on its first line, when that is nothing but blanks. */
    String indentation(Node node) {
        int start = start(node);
        String before = text.substring(lineStarts.get(range(node).begin.line - 1), start);
        return before.isBlank() ? before : "";
    }

    /** How the first line ends; LF when there is one line only. */
    String lineEnd() {
        if (lineStarts.size() == 1) return "\n";
        int next = lineStarts.get(1);
        if (text.charAt(next - 1) == '\r') return "\r";
        return text.startsWith("\r\n", Math.max(0, next - 2)) ? "\r\n" : "\n";
    }

    private int offset(Position position) {
        return lineStarts.get(position.line - 1) + position.column - 1;
    }

    private static Range range(Node node) {
        return node.getRange().orElseThrow(() -> new IllegalStateException("not from a text: " + node));
    }
}
