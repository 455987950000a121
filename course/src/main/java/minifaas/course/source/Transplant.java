package minifaas.course.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import minifaas.course.syllabus.Member;

/** Finds the place of a member of one source in another version of the same class, and puts it there. */
final class Transplant {
    private final JavaSource from;
    private final Declaration member;
    private final TypeDeclaration<?> home;
    private final JavaSource to;
    private final TypeDeclaration<?> type;

    /**
     * Looks for the place.
     *
     * @param member of a type in {@code from}
     * @throws NoSuchMemberException when that type is not there
     */
    Transplant(JavaSource from, Declaration member, JavaSource to) {
        this.from = from;
        this.member = member;
        this.home = (TypeDeclaration<?>) member.node().getParentNode().orElseThrow();
        this.to = to;
        this.type = to.type(Member.of(home.getFullyQualifiedName().orElseThrow()));
    }

    /** The same member there. */
    Optional<Declaration> counterpart() {
        return counterpart(member);
    }

    /** Whether the type there has nothing of this name. */
    boolean isMissing(Member name) {
        return Declaration.in(type).stream()
                .noneMatch(each -> !each.isType() && each.names().contains(name.name()));
    }

    /** Puts the member where its neighbours are, with its Javadoc and the heading that it stands under. */
    JavaSource insert() {
        List<Declaration> siblings = Declaration.in(home);
        int index = siblings.indexOf(member);
        for (int i = index + 1; i < siblings.size() && followsAtOnce(siblings, i); i++) {
            Optional<Declaration> next = counterpart(siblings.get(i));
            if (next.isPresent()) return insertAt(next.get().firstLine());
        }
        for (int i = index - 1; i >= 0; i--) {
            Optional<Declaration> previous = counterpart(siblings.get(i));
            if (previous.isPresent()) return insertAt(previous.get().lastLine() + 1);
        }
        return insertAt(firstLine());
    }

    private static boolean followsAtOnce(List<Declaration> siblings, int index) {
        return siblings.get(index).firstLine() == siblings.get(index - 1).lastLine() + 1;
    }

    /** Where the first member begins, or the heading above it if that is not about the member to insert. */
    private int firstLine() {
        List<Declaration> there = Declaration.in(type);
        if (there.isEmpty()) return type.getEnd().orElseThrow().line;
        int line = there.get(0).firstLine();
        boolean isUnderHeading =
                Heading.in(home).stream().anyMatch(each -> each.members().contains(member) && !needs(each));
        if (isUnderHeading) return line;
        return Heading.in(type).stream().mapToInt(Heading::first).reduce(line, Math::min);
    }

    private Optional<Declaration> counterpart(Declaration sibling) {
        return Declaration.in(type).stream().filter(sibling::isSameAs).findFirst();
    }

    private JavaSource insertAt(int line) {
        Optional<Heading> heading =
                Heading.in(home).stream().filter(this::needs).findFirst();
        int first = heading.map(Heading::first).orElse(member.firstLine());
        String block = from.lines().text(member.firstLine(), member.lastLine());
        if (heading.isPresent()) block = text(heading.get()) + (heading.get().isDirect() ? "" : "\n") + block;

        int place = to.lines().startOfLine(line);
        String before = to.text().substring(0, place);
        String after = to.text().substring(place);
        boolean opens = before.stripTrailing().endsWith("{");
        boolean closes = after.stripLeading().startsWith("}");
        if (from.lines().isBlank(first - 1) && !opens && !Cut.endsBlank(before)) block = "\n" + block;
        if (from.lines().isBlank(member.lastLine() + 1) && !closes && !Cut.startsBlank(after)) block += "\n";
        return to.withText(
                before + block.lines().map(each -> each + to.lines().lineEnd()).collect(Collectors.joining()) + after);
    }

    /** Whether the member is the first there that the heading is about. */
    private boolean needs(Heading heading) {
        return heading.members().contains(member)
                && heading.members().stream().allMatch(each -> counterpart(each).isEmpty());
    }

    private String text(Heading heading) {
        return from.lines().text(heading.first(), heading.last());
    }
}
