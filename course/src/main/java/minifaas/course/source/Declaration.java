package minifaas.course.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import minifaas.course.syllabus.Member;

/**
 * One declaration in a type: a method, constructor, field, constant or nested type.
 *
 * <p>Two are equal when they are the same place of the same text, not when they read alike.
 *
 * @param node as the parser read it
 */
record Declaration(BodyDeclaration<?> node) {
    /** All that a type declares, the constants of an enum first. */
    static List<Declaration> in(TypeDeclaration<?> type) {
        var all = new ArrayList<Declaration>();
        if (type instanceof EnumDeclaration constants)
            constants.getEntries().forEach(each -> all.add(new Declaration(each)));
        type.getMembers().forEach(each -> all.add(new Declaration(each)));
        return all;
    }

    /** Its names: several for a field with several variables, none for an initializer. */
    List<String> names() {
        if (node instanceof MethodDeclaration method) return List.of(method.getNameAsString());
        if (node instanceof ConstructorDeclaration || node instanceof CompactConstructorDeclaration)
            return List.of(Member.CONSTRUCTOR);
        if (node instanceof FieldDeclaration field)
            return field.getVariables().stream()
                    .map(variable -> variable.getNameAsString())
                    .toList();
        if (node instanceof EnumConstantDeclaration constant) return List.of(constant.getNameAsString());
        if (node instanceof AnnotationMemberDeclaration element) return List.of(element.getNameAsString());
        if (node instanceof TypeDeclaration<?> type) return List.of(type.getNameAsString());
        return List.of();
    }

    /** The types of its parameters without blanks; empty for what takes none, such as a field. */
    Optional<List<String>> parameterTypes() {
        return parameters().map(Declaration::typesOf);
    }

    /** Name and parameter types, such as {@code add(String,int)}. */
    String label() {
        String name = String.join(", ", names());
        return name
                + parameterTypes()
                        .map(types -> "(" + String.join(",", types) + ")")
                        .orElse("");
    }

    boolean isType() {
        return node instanceof TypeDeclaration<?>;
    }

    boolean isPrivate() {
        return node instanceof NodeWithModifiers<?> declared && declared.hasModifier(Modifier.Keyword.PRIVATE);
    }

    /** What a method or constructor does; empty for everything else. */
    Optional<BlockStmt> body() {
        if (node instanceof MethodDeclaration method) return method.getBody();
        if (node instanceof ConstructorDeclaration constructor) return Optional.of(constructor.getBody());
        if (node instanceof CompactConstructorDeclaration constructor) return Optional.of(constructor.getBody());
        return Optional.empty();
    }

    /** The line on which it begins with its Javadoc, from 1; other comments above are not part of it. */
    int firstLine() {
        return javadoc().orElse(node).getBegin().orElseThrow().line;
    }

    /** The line on which it ends, from 1. */
    int lastLine() {
        return node.getEnd().orElseThrow().line;
    }

    /** Whether a comment begins on one of its lines. */
    boolean covers(Comment comment) {
        int line = comment.getBegin().orElseThrow().line;
        return firstLine() <= line && line <= lastLine();
    }

    /** Its Javadoc. */
    Optional<Node> javadoc() {
        return node.getComment().filter(Comment::isJavadocComment).map(comment -> comment);
    }

    /** Whether both are the same member, each in its own text: of one kind, with one name and the same parameters. */
    boolean isSameAs(Declaration other) {
        return isType() == other.isType()
                && names().stream().anyMatch(other.names()::contains)
                && parameterTypes().equals(other.parameterTypes());
    }

    /** Whether it is the constructor of a record that takes all components, written out. */
    boolean isCanonicalConstructor() {
        return node instanceof ConstructorDeclaration constructor
                && constructor.getParentNode().orElse(null) instanceof RecordDeclaration record
                && typesOf(record.getParameters()).equals(typesOf(constructor.getParameters()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Declaration declaration && declaration.node == node;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(node);
    }

    private Optional<NodeList<Parameter>> parameters() {
        if (node instanceof CallableDeclaration<?> callable) return Optional.of(callable.getParameters());
        if (node instanceof CompactConstructorDeclaration
                && node.getParentNode().orElse(null) instanceof RecordDeclaration record)
            return Optional.of(record.getParameters());
        return Optional.empty();
    }

    private static List<String> typesOf(List<Parameter> parameters) {
        return parameters.stream()
                .map(each -> each.getTypeAsString().replace(" ", "") + (each.isVarArgs() ? "..." : ""))
                .toList();
    }
}
