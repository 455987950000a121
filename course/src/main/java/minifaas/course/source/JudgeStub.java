package minifaas.course.source;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the judge has in place of a class that students write: the class under its own name, whose members call the
 * student's one in the worker.
 *
 * <p>The whole class is the student's, so the members that were given call it, too. What is data stays: the components of
 * records, the constants of enums, fields that are compile-time constants. Private members go, and so do the checks of
 * compact constructors: a record is checked where the student's class makes it. What a class says of equality goes as
 * well, since the tests must not ask the student's code whether its answers are right.
 */
public final class JudgeStub {
    private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

    private static final Set<Modifier.Keyword> ACCESS =
            Set.of(Modifier.Keyword.PUBLIC, Modifier.Keyword.PROTECTED, Modifier.Keyword.PRIVATE);

    private JudgeStub() {}

    /** The stub of one class. */
    public static JavaSource of(JavaSource reference) {
        CompilationUnit stub = reference.unit().clone();
        stub.getAllContainedComments().forEach(comment -> comment.remove());
        stub.getComment().ifPresent(comment -> comment.remove());
        for (TypeDeclaration<?> type : stub.getTypes()) stubType(type);
        JavaSource text = reference.withText(stub.toString());
        return new Imports(text).withoutUnused(any -> true);
    }

    private static void stubType(TypeDeclaration<?> type) {
        boolean isInterface = type.isClassOrInterfaceDeclaration()
                && type.asClassOrInterfaceDeclaration().isInterface();
        if (!isInterface) type.addAnnotation("minifaas.course.judge.Stub");
        if (type instanceof EnumDeclaration constants)
            constants.getEntries().forEach(each -> {
                each.setArguments(new NodeList<>());
                each.setClassBody(new NodeList<>());
            });
        if (type instanceof ClassOrInterfaceDeclaration
                && !isInterface
                && type.getConstructors().isEmpty())
            type.addConstructor(type.getModifiers().stream()
                    .map(Modifier::getKeyword)
                    .filter(ACCESS::contains)
                    .toArray(Modifier.Keyword[]::new));
        for (BodyDeclaration<?> member : new ArrayList<>(type.getMembers())) {
            if (!stays(member, type)) member.remove();
            else if (member instanceof TypeDeclaration<?> nested) stubType(nested);
            else if (member instanceof ConstructorDeclaration constructor) stubConstructor(constructor, type);
            else if (member instanceof MethodDeclaration method
                    && method.getBody().isPresent()) stubMethod(method, type);
        }
    }

    private static boolean stays(BodyDeclaration<?> member, TypeDeclaration<?> type) {
        if (member instanceof InitializerDeclaration || member instanceof CompactConstructorDeclaration) return false;
        if (member instanceof FieldDeclaration field)
            return !field.isPrivate()
                    && field.getVariables().stream()
                            .allMatch(each -> each.getInitializer()
                                    .filter(JudgeStub::isConstant)
                                    .isPresent());
        if (member instanceof ConstructorDeclaration constructor)
            // a class without any constructor would get a public one
            return !(type instanceof EnumDeclaration)
                    && !new Declaration(member).isCanonicalConstructor()
                    && (!constructor.isPrivate()
                            || type.getConstructors().size() == 1
                            || type instanceof RecordDeclaration);
        if (member instanceof MethodDeclaration method)
            return !method.isPrivate() && !OF_OBJECT.contains(method.getNameAsString());
        return !new Declaration(member).isPrivate();
    }

    private static boolean isConstant(Expression value) {
        if (value instanceof BinaryExpr binary) return isConstant(binary.getLeft()) && isConstant(binary.getRight());
        if (value instanceof UnaryExpr unary) return isConstant(unary.getExpression());
        if (value instanceof EnclosedExpr enclosed) return isConstant(enclosed.getInner());
        return value instanceof LiteralExpr;
    }

    private static void stubConstructor(ConstructorDeclaration constructor, TypeDeclaration<?> type) {
        var body = new BlockStmt();
        constructor.getBody().getStatements().stream()
                .filter(first -> keepsItsPlace(first, type))
                .findFirst()
                .ifPresent(body::addStatement);
        boolean isData = type instanceof RecordDeclaration;
        if (!isData && !constructor.isPrivate())
            body.addStatement("minifaas.course.judge.Remote.create(this, " + type.getNameAsString() + ".class, "
                    + classes(constructor) + arguments(constructor) + ");");
        constructor.setBody(body);
    }

    /** What is passed to the class above stays; the way from one constructor to another only for records. */
    private static boolean keepsItsPlace(Statement statement, TypeDeclaration<?> type) {
        return statement instanceof ExplicitConstructorInvocationStmt call
                && (!call.isThis() || type instanceof RecordDeclaration);
    }

    private static void stubMethod(MethodDeclaration method, TypeDeclaration<?> type) {
        // held during the call, the lock would hide from the tests that the student's class has none
        method.removeModifier(Modifier.Keyword.SYNCHRONIZED);
        String receiver = method.isStatic() ? "null" : "this";
        String call = "minifaas.course.judge.Remote.call(" + type.getNameAsString() + ".class, " + receiver + ", \""
                + method.getNameAsString() + "\", " + classes(method) + arguments(method) + ");";
        method.setBody(new BlockStmt()
                .addStatement(
                        StaticJavaParser.parseStatement(method.getType().isVoidType() ? call : "return " + call)));
    }

    /** The classes of the parameters, by which the judge and the worker know the member. */
    private static String classes(CallableDeclaration<?> callable) {
        List<String> classes = callable.getParameters().stream()
                .map(each -> Erasure.of(each.getType(), callable) + (each.isVarArgs() ? "[]" : "") + ".class")
                .toList();
        return "new Class<?>[] {" + String.join(", ", classes) + "}";
    }

    /** In an array of their own, so that an argument that is an array or null is one argument. */
    private static String arguments(CallableDeclaration<?> callable) {
        List<String> names = callable.getParameters().stream()
                .map(each -> each.getNameAsString())
                .toList();
        return ", new Object[] {" + String.join(", ", names) + "}";
    }
}
