package minifaas.course.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;

/**
 * A type without its members.
 *
 * @param type is left as it is
 */
record TypeHeader(TypeDeclaration<?> type) {
    /** As it is declared, such as {@code final class Inventory}. */
    String text() {
        return print(bare());
    }

    /** Whether callers that know the other type can use this one. */
    boolean serves(TypeHeader expected) {
        return form().equals(expected.form())
                && Signature.accessOf(type).compareTo(Signature.accessOf(expected.type)) >= 0;
    }

    /** What must be equal: kind, name, components, what it extends. */
    private String form() {
        TypeDeclaration<?> copy = bare();
        copy.removeModifier(Modifier.Keyword.PUBLIC, Modifier.Keyword.PROTECTED, Modifier.Keyword.PRIVATE);
        boolean isClass = copy instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface();
        // a nested record, enum or interface is static, and a record final, whether it says so or not
        if (!isClass) copy.removeModifier(Modifier.Keyword.STATIC, Modifier.Keyword.FINAL);
        return Signature.withoutPackages(print(copy));
    }

    private TypeDeclaration<?> bare() {
        TypeDeclaration<?> copy = type.clone();
        copy.removeComment();
        copy.getMembers().clear();
        if (copy instanceof EnumDeclaration constants) constants.getEntries().clear();
        copy.getAllContainedComments().forEach(comment -> comment.remove());
        copy.findAll(AnnotationExpr.class).forEach(annotation -> annotation.remove());
        return copy;
    }

    private static String print(TypeDeclaration<?> bare) {
        String printed = bare.toString();
        return printed.substring(0, printed.lastIndexOf('{'))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
