package minifaas.course.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.Optional;

/** What is left of a declared type at run time, as source. */
final class Erasure {
    private Erasure() {}

    /**
     * The class of a type.
     *
     * @param place where the type is declared, since its variables mean something there
     */
    static String of(Type type, Node place) {
        if (type.isArrayType()) return of(type.asArrayType().getComponentType(), place) + "[]";
        if (!(type instanceof ClassOrInterfaceType named)) return type.asString();
        Optional<TypeParameter> variable = variable(named, place);
        if (variable.isEmpty()) return named.getNameWithScope();
        return variable.get()
                .getTypeBound()
                .getFirst()
                .map(bound -> of(bound, place))
                .orElse("Object");
    }

    private static Optional<TypeParameter> variable(ClassOrInterfaceType named, Node place) {
        if (named.getScope().isPresent()) return Optional.empty();
        for (Optional<Node> around = Optional.of(place);
                around.isPresent();
                around = around.get().getParentNode())
            if (around.get() instanceof NodeWithTypeParameters<?> generic)
                for (TypeParameter each : generic.getTypeParameters())
                    if (each.getNameAsString().equals(named.getNameAsString())) return Optional.of(each);
        return Optional.empty();
    }
}
