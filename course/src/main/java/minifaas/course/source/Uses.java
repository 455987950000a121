package minifaas.course.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The members that pieces of code may mean, told by name and number of arguments.
 *
 * <p>It may take a local variable for a field of that name, but it misses nothing.
 */
final class Uses {
    private static final int ANY = -1;

    private record Call(String method, int arguments) {}

    private final Set<String> names = new HashSet<>();
    private final Set<Call> calls = new HashSet<>();
    private final Set<Node> ignored = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param ignored pieces that do not count where they stand in others */
    Uses(Collection<? extends Node> ignored) {
        this.ignored.addAll(ignored);
    }

    /** Adds what a piece of code uses, its Javadoc included. */
    Uses add(Node node) {
        note(node);
        node.getComment().ifPresent(comment -> UsedNames.referencesOf(comment).forEach(this::noteAny));
        for (Node child : node.getChildNodes()) if (!ignored.contains(child)) add(child);
        return this;
    }

    /** Whether any of the pieces may mean this member. */
    boolean mean(Declaration declaration) {
        if (!(declaration.node() instanceof CallableDeclaration<?> method))
            return declaration.names().stream().anyMatch(names::contains);
        String name = method.getNameAsString();
        boolean isVarArgs = method.getParameters().stream().anyMatch(parameter -> parameter.isVarArgs());
        return calls.contains(new Call(name, ANY))
                || calls.contains(new Call(name, method.getParameters().size()))
                || (isVarArgs && calls.stream().anyMatch(call -> call.method.equals(name)));
    }

    private void note(Node node) {
        if (node instanceof MethodCallExpr call)
            calls.add(new Call(call.getNameAsString(), call.getArguments().size()));
        else if (node instanceof MethodReferenceExpr reference) calls.add(new Call(reference.getIdentifier(), ANY));
        else if (node instanceof NameExpr name) names.add(name.getNameAsString());
        else if (node instanceof FieldAccessExpr access) names.add(access.getNameAsString());
        else if (node instanceof ClassOrInterfaceType type) names.add(type.getNameAsString());
        else if (node instanceof Name name) names.add(name.getIdentifier());
    }

    private void noteAny(String name) {
        names.add(name);
        calls.add(new Call(name, ANY));
    }
}
