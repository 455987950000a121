package minifaas.course.source;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that annotations in source files give, without compiling the files. */
public final class AnnotationValues {
    private AnnotationValues() {}

    /**
     * What an annotation says wherever it stands in the files of a folder.
     *
     * @param folder with all that is below it; one that is not there has no annotations
     * @param annotation its simple name
     * @param element of the annotation that is a text, such as {@code value}
     * @throws IOException when a file cannot be read
     * @throws SyntaxException when one is not Java
     */
    public static List<String> in(Path folder, String annotation, String element) throws IOException {
        var values = new ArrayList<String>();
        for (Path file : JavaSource.filesBelow(folder)) {
            // parsing takes most of the time, and most files have none
            if (!Files.readString(file).contains("@" + annotation)) continue;
            JavaSource.read(file).unit().findAll(AnnotationExpr.class).stream()
                    .filter(each -> each.getNameAsString().equals(annotation))
                    .flatMap(each -> value(each, element).stream())
                    .forEach(values::add);
        }
        return values;
    }

    private static Optional<String> value(AnnotationExpr annotation, String element) {
        return expression(annotation, element)
                .filter(Expression::isStringLiteralExpr)
                .map(Expression::asStringLiteralExpr)
                .map(StringLiteralExpr::asString);
    }

    private static Optional<Expression> expression(AnnotationExpr annotation, String element) {
        if (annotation.isSingleMemberAnnotationExpr() && element.equals("value"))
            return Optional.of(annotation.asSingleMemberAnnotationExpr().getMemberValue());
        if (!annotation.isNormalAnnotationExpr()) return Optional.empty();
        return annotation.asNormalAnnotationExpr().getPairs().stream()
                .filter(pair -> pair.getNameAsString().equals(element))
                .map(MemberValuePair::getValue)
                .findFirst();
    }
}
