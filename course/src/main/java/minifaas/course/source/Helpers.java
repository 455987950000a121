package minifaas.course.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import minifaas.course.syllabus.Member;

/**
 * The private members of a file that bodies need: methods, fields and nested types, also those that only other helpers
 * need.
 */
final class Helpers {
    private final List<TypeDeclaration<?>> types;
    private final List<Declaration> privates = new ArrayList<>();

    /**
     * Looks for all that may be a helper.
     *
     * @param types of the file
     * @param exercises what is no helper, whoever needs it
     */
    Helpers(List<TypeDeclaration<?>> types, Collection<Declaration> exercises) {
        this.types = types;
        for (TypeDeclaration<?> type : types) collect(type, exercises);
    }

    /** What these bodies need, in the order of the file. */
    List<Declaration> of(Collection<BlockStmt> bodies) {
        var uses = new Uses(List.of());
        bodies.forEach(uses::add);
        return outermost(reached(uses, privates));
    }

    /** What these bodies need and nothing else does, in the order of the file. */
    List<Declaration> onlyFor(Collection<BlockStmt> bodies) {
        List<Declaration> needed = of(bodies);
        var ignored = new ArrayList<Node>(bodies);
        needed.forEach(each -> ignored.add(each.node()));
        var rest = new Uses(ignored);
        types.forEach(rest::add);
        var leaving = new ArrayList<>(needed);
        leaving.removeAll(reached(rest, needed));
        return leaving;
    }

    /** Those of the candidates that are meant, also by one another. */
    private static Set<Declaration> reached(Uses uses, List<Declaration> candidates) {
        var reached = new LinkedHashSet<Declaration>();
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (Declaration each : candidates) {
                if (reached.contains(each) || !uses.mean(each)) continue;
                reached.add(each);
                uses.add(each.node());
                isNew = true;
            }
        }
        return reached;
    }

    private List<Declaration> outermost(Set<Declaration> chosen) {
        return privates.stream()
                .filter(chosen::contains)
                .filter(each -> chosen.stream().noneMatch(other -> other.node().isAncestorOf(each.node())))
                .toList();
    }

    private void collect(TypeDeclaration<?> type, Collection<Declaration> exercises) {
        for (Declaration each : Declaration.in(type)) {
            boolean isExercise = exercises.stream()
                    .anyMatch(exercise ->
                            each.node() == exercise.node() || each.node().isAncestorOf(exercise.node()));
            if (each.isPrivate() && !isExercise && !each.names().contains(Member.CONSTRUCTOR)) privates.add(each);
            if (each.node() instanceof TypeDeclaration<?> nested) collect(nested, exercises);
        }
    }
}
