package minifaas.course.source;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import minifaas.course.syllabus.Exercise;
import minifaas.kernel.NotWrittenYet;

/**
 * What a student gets of a class: the reference without the bodies of the exercises, and without what only these need.
 *
 * <p>Javadoc and signatures stay. In place of a body stands {@code throw new NotWrittenYet("7.1");}. Private helpers that
 * nothing else uses go, with comments that are headings of nothing else, and so do imports that are then unused.
 */
public final class Starter {
    /** The import of the exception that stands in for a body. */
    static final String NOT_WRITTEN_YET = NotWrittenYet.class.getName();

    private static final String INDENT = "    ";

    /** A change of the text between two offsets: to another text, or by taking the lines out. */
    private record Change(int from, int to, Optional<String> replacement) {
        String applyTo(String text) {
            if (replacement.isEmpty()) return Cut.lines(text, from, to);
            return text.substring(0, from) + replacement.get() + text.substring(to);
        }
    }

    private final JavaSource reference;
    private final Map<Declaration, Exercise> exercises = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    private Starter(JavaSource reference, Collection<Exercise> exercises) {
        this.reference = reference;
        exercises.forEach(
                each -> this.exercises.put(reference.find(each.member()).declaration(), each));
    }

    /**
     * The starter of one class.
     *
     * @param exercises whose members are in this class, at least one
     * @throws NoSuchMemberException when there is no such member, or it has no body
     */
    public static JavaSource of(JavaSource reference, Collection<Exercise> exercises) {
        return new Starter(reference, exercises).make();
    }

    /** Whether an exercise's body is there, and not what the starter has in its place. */
    public static boolean isWritten(JavaSource student, Exercise exercise) {
        return student.find(exercise.member()).declaration().node().findAll(ObjectCreationExpr.class).stream()
                .noneMatch(each -> each.getType().getNameAsString().equals(NotWrittenYet.class.getSimpleName()));
    }

    private JavaSource make() {
        exercises.forEach((member, exercise) -> changes.add(stub(member, exercise)));
        List<TypeDeclaration<?>> types = reference.unit().getTypes();
        List<BlockStmt> bodies = exercises.keySet().stream().map(this::body).toList();
        List<Declaration> leaving = new Helpers(types, exercises.keySet()).onlyFor(bodies);
        leaving.forEach(each -> cut(each.firstLine(), each.lastLine()));
        types.forEach(type -> cutHeadings(type, leaving));

        changes.sort(Comparator.comparing(Change::from).reversed()); // the offsets in front of a change stay right
        String text = reference.text();
        for (Change each : changes) text = each.applyTo(text);
        JavaSource starter = new Imports(reference.withText(text)).with(List.of(NOT_WRITTEN_YET));
        return new Imports(starter).withoutUnused(any -> true);
    }

    private BlockStmt body(Declaration member) {
        return member.body()
                .orElseThrow(() -> new NoSuchMemberException(
                        "'" + exercises.get(member).member() + "' has no body that could be an exercise"));
    }

    private Change stub(Declaration member, Exercise exercise) {
        SourceText lines = reference.lines();
        BlockStmt body = body(member);
        String end = lines.lineEnd() + lines.indentation(member.node());
        // a constructor goes on passing its arguments to the one that it builds on
        String call = body.getStatements().stream()
                .findFirst()
                .filter(Statement::isExplicitConstructorInvocationStmt)
                .map(first -> end + INDENT + reference.text().substring(lines.start(first), lines.end(first)))
                .orElse("");
        String stub = "throw new " + NotWrittenYet.class.getSimpleName() + "(\"" + exercise.id() + "\");";
        return new Change(
                lines.start(body), lines.end(body), Optional.of("{" + call + end + INDENT + stub + end + "}"));
    }

    private void cutHeadings(TypeDeclaration<?> type, List<Declaration> leaving) {
        for (Heading each : Heading.in(type))
            if (!each.members().isEmpty() && leaving.containsAll(each.members())) cut(each.first(), each.last());
        for (Declaration each : Declaration.in(type))
            if (each.node() instanceof TypeDeclaration<?> nested && !leaving.contains(each))
                cutHeadings(nested, leaving);
    }

    private void cut(int firstLine, int lastLine) {
        SourceText lines = reference.lines();
        changes.add(new Change(lines.startOfLine(firstLine), lines.startOfLine(lastLine), Optional.empty()));
    }
}
