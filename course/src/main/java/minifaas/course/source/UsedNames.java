package minifaas.course.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.comments.Comment;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simple names that a part of a file says, in code and in the references of Javadoc. */
final class UsedNames {
    private static final Pattern JAVADOC_REFERENCE =
            Pattern.compile("(?:\\{@(?:link|linkplain|value)|@(?:see|throws|exception))\\s+([\\w.#]+(?:\\([^)]*\\))?)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private UsedNames() {}

    static Set<String> in(Collection<? extends Node> parts) {
        var names = new TreeSet<String>();
        for (Node part : parts) {
            for (JavaToken token : part.getTokenRange().orElseThrow())
                if (token.getCategory().isIdentifier()) names.add(token.getText());
            part.getAllContainedComments().forEach(comment -> names.addAll(referencesOf(comment)));
            part.getComment().ifPresent(comment -> names.addAll(referencesOf(comment)));
        }
        return names;
    }

    /** The simple names in the links and tags of a Javadoc comment; none in any other comment. */
    static Set<String> referencesOf(Comment comment) {
        var names = new TreeSet<String>();
        Matcher references = JAVADOC_REFERENCE.matcher(comment.isJavadocComment() ? comment.getContent() : "");
        while (references.find()) {
            Matcher words = WORD.matcher(references.group(1));
            while (words.find()) names.add(words.group());
        }
        return names;
    }
}
