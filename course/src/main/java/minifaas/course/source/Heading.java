package minifaas.course.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comment between the members of a type that is no Javadoc, with the members that it is about: those up to the next
 * blank line when it stands directly on a member, else those up to the next heading that does not.
 *
 * @param first its first line, from 1
 * @param last its last line
 * @param isDirect whether it stands directly on a member
 * @param members that it is about, in their order
 */
record Heading(int first, int last, boolean isDirect, List<Declaration> members) {
    /** All in a type, in their order. */
    static List<Heading> in(TypeDeclaration<?> type) {
        List<Declaration> members = Declaration.in(type);
        var headings = new ArrayList<Heading>();
        for (Comment each : commentsLastFirst(type, members)) {
            int first = each.getBegin().orElseThrow().line;
            int last = each.isLineComment() ? first : each.getEnd().orElseThrow().line;
            // comments on consecutive lines are one heading
            if (!headings.isEmpty() && headings.get(0).first == last + 1) last = headings.remove(0).last;
            headings.add(0, of(first, last, members, headings));
        }
        return headings;
    }

    private static Heading of(int first, int last, List<Declaration> members, List<Heading> later) {
        List<Declaration> below =
                members.stream().filter(each -> each.firstLine() > last).toList();
        boolean isDirect = !below.isEmpty() && below.get(0).firstLine() == last + 1;
        if (isDirect) return new Heading(first, last, true, upToBlankLine(below));
        Optional<Heading> next = later.stream().filter(each -> !each.isDirect).findFirst();
        List<Declaration> its = below.stream()
                .filter(each -> next.isEmpty() || each.firstLine() < next.get().first)
                .toList();
        return new Heading(first, last, false, its);
    }

    private static List<Declaration> upToBlankLine(List<Declaration> members) {
        var its = new ArrayList<Declaration>();
        for (Declaration each : members) {
            if (!its.isEmpty() && each.firstLine() != its.get(its.size() - 1).lastLine() + 1) break;
            its.add(each);
        }
        return its;
    }

    private static List<Comment> commentsLastFirst(TypeDeclaration<?> type, List<Declaration> members) {
        Stream<Comment> onMembers = members.stream()
                .flatMap(member -> member.node().getComment().stream())
                .filter(comment -> !comment.isJavadocComment());
        return Stream.concat(type.getOrphanComments().stream(), onMembers)
                .filter(comment -> members.stream().noneMatch(member -> member.covers(comment)))
                .sorted(Comparator.comparing(
                                (Comment comment) -> comment.getBegin().orElseThrow())
                        .reversed())
                .toList();
    }
}
