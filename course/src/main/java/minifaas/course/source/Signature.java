package minifaas.course.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import minifaas.course.syllabus.Member;

/**
 * What callers see of one member.
 *
 * @param name of the member; {@code <init>} for a constructor
 * @param text as it is declared, for people
 * @param form what must be equal: without access, annotations, names of parameters and packages of types
 * @param access how widely it can be used
 */
record Signature(String name, String text, String form, Access access) {
    /** From narrow to wide. */
    enum Access {
        PRIVATE,
        PACKAGE,
        PROTECTED,
        PUBLIC
    }

    /** Whether callers that know the other one can use this one. */
    boolean serves(Signature expected) {
        return name.equals(expected.name) && form.equals(expected.form) && access.compareTo(expected.access) >= 0;
    }

    /**
     * One for each name that is declared; none for types and initializers, and none for a record's canonical
     * constructor, which the header of the record stands for.
     */
    static List<Signature> of(Declaration declaration) {
        BodyDeclaration<?> node = declaration.node();
        if (declaration.isType() || declaration.isCanonicalConstructor()) return List.of();
        if (node instanceof CallableDeclaration<?> callable) return List.of(ofCallable(callable));
        if (node instanceof FieldDeclaration field) return ofField(field);
        return declaration.names().stream()
                .map(name -> new Signature(name, name, name, Access.PUBLIC))
                .toList();
    }

    /** Of the constructor that a class has by itself when it declares none. */
    static List<Signature> ofDefaultConstructor(TypeDeclaration<?> type) {
        boolean isClass = type instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface();
        if (!isClass || !type.getConstructors().isEmpty()) return List.of();
        String call = type.getNameAsString() + "()";
        return List.of(new Signature(Member.CONSTRUCTOR, call, call, accessOf(type)));
    }

    /** How widely a declaration can be used. */
    static Access accessOf(BodyDeclaration<?> node) {
        if (node instanceof NodeWithModifiers<?> modified) {
            if (modified.hasModifier(Modifier.Keyword.PRIVATE)) return Access.PRIVATE;
            if (modified.hasModifier(Modifier.Keyword.PROTECTED)) return Access.PROTECTED;
            if (modified.hasModifier(Modifier.Keyword.PUBLIC)) return Access.PUBLIC;
        }
        boolean inInterface = node.getParentNode()
                .filter(parent -> parent instanceof ClassOrInterfaceDeclaration type && type.isInterface())
                .isPresent();
        return inInterface ? Access.PUBLIC : Access.PACKAGE;
    }

    /** A type without its packages, since it makes no difference whether they are imported or written out. */
    static String withoutPackages(String type) {
        return type.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static Signature ofCallable(CallableDeclaration<?> callable) {
        boolean isAbstract =
                callable instanceof MethodDeclaration method && method.getBody().isEmpty();
        String exceptions = callable.getThrownExceptions().stream()
                .map(each -> withoutPackages(each.asString()))
                .sorted()
                .collect(Collectors.joining(", "));
        String form = (callable.isStatic() ? "static " : "")
                + (isAbstract ? "abstract " : "")
                + withoutPackages(callable.getDeclarationAsString(false, false, false)) + " throws " + exceptions;
        return new Signature(
                callable instanceof MethodDeclaration ? callable.getNameAsString() : Member.CONSTRUCTOR,
                modifiers(callable) + callable.getDeclarationAsString(false, true, true),
                form,
                accessOf(callable));
    }

    private static List<Signature> ofField(FieldDeclaration field) {
        var all = new ArrayList<Signature>();
        for (VariableDeclarator variable : field.getVariables()) {
            String declared = variable.getTypeAsString() + " " + variable.getNameAsString();
            String form =
                    (field.isStatic() ? "static " : "") + (field.isFinal() ? "final " : "") + withoutPackages(declared);
            all.add(new Signature(variable.getNameAsString(), modifiers(field) + declared, form, accessOf(field)));
        }
        return all;
    }

    private static String modifiers(NodeWithModifiers<?> node) {
        return node.getModifiers().stream()
                .map(modifier -> modifier.getKeyword().asString() + " ")
                .collect(Collectors.joining());
    }
}
