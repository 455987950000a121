package minifaas.course.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import minifaas.course.syllabus.Exercise;

/**
 * Compares what a student's class offers with what the reference's offers: the rest of the program and the tests of the
 * lab are compiled against the reference's.
 *
 * <p>Compared are the headers of types, the members that are not private, and those that are exercises. What the student
 * has added is fine, and so are other names of parameters, annotations and wider access.
 */
public final class Signatures {
    private final List<BodyDeclaration<?>> exercises;
    private final List<String> differences = new ArrayList<>();

    private Signatures(List<BodyDeclaration<?>> exercises) {
        this.exercises = exercises;
    }

    /**
     * What is missing or changed, a sentence each, with what was expected and what was found; empty when all is there.
     *
     * @param exercises those whose members are in this file; a private member is compared when it is one of them
     */
    public static List<String> differences(JavaSource student, JavaSource reference, Collection<Exercise> exercises) {
        List<BodyDeclaration<?>> members = new ArrayList<>();
        for (Exercise each : exercises)
            members.add(reference.find(each.member()).declaration().node());
        var comparison = new Signatures(members);
        comparison.comparePackages(reference, student);
        comparison.compareTypes("", reference.unit().getTypes(), student.unit().getTypes());
        return List.copyOf(comparison.differences);
    }

    private void comparePackages(JavaSource expected, JavaSource found) {
        String wanted = packageOf(expected);
        String its = packageOf(found);
        // without a name: the file's stands before every difference
        if (!its.equals(wanted))
            differences.add(difference(wanted, Optional.of(its).filter(text -> !text.isEmpty())));
    }

    private void compareTypes(String outer, List<TypeDeclaration<?>> expected, List<TypeDeclaration<?>> found) {
        for (TypeDeclaration<?> each : expected) {
            String name = each.getNameAsString();
            var header = new TypeHeader(each);
            Optional<TypeDeclaration<?>> its = found.stream()
                    .filter(other -> other.getNameAsString().equals(name))
                    .findFirst();
            if (its.isEmpty()) report(outer + name, header.text(), Optional.empty());
            else {
                var foundHeader = new TypeHeader(its.get());
                if (!foundHeader.serves(header)) report(outer + name, header.text(), Optional.of(foundHeader.text()));
                compareMembers(outer + name, each, its.get());
                compareTypes(outer + name + ".", typesIn(each, this::counts), typesIn(its.get(), any -> true));
            }
        }
    }

    private void compareMembers(String type, TypeDeclaration<?> expected, TypeDeclaration<?> found) {
        List<Signature> wanted = signatures(expected, this::counts);
        List<Signature> there = signatures(found, any -> true);
        List<Signature> others = there.stream()
                .filter(each -> wanted.stream().noneMatch(each::serves))
                .toList();
        for (Signature each : wanted) {
            if (there.stream().anyMatch(its -> its.serves(each))) continue;
            Optional<String> instead = others.stream()
                    .filter(other -> other.name().equals(each.name()))
                    .map(Signature::text)
                    .findFirst();
            report(type + "#" + each.name(), each.text(), instead);
        }
    }

    private boolean counts(Declaration declaration) {
        return !declaration.isPrivate() || exercises.stream().anyMatch(each -> each == declaration.node());
    }

    private void report(String name, String expected, Optional<String> found) {
        differences.add(name + ": " + difference(expected, found));
    }

    private static String difference(String expected, Optional<String> found) {
        return "expected `" + expected + "`, "
                + found.map(text -> "found `" + text + "`").orElse("which is not there");
    }

    private static String packageOf(JavaSource source) {
        return source.unit()
                .getPackageDeclaration()
                .map(declared -> "package " + declared.getNameAsString() + ";")
                .orElse("");
    }

    private static List<Signature> signatures(TypeDeclaration<?> type, Predicate<Declaration> which) {
        var all = new ArrayList<>(Signature.ofDefaultConstructor(type));
        Declaration.in(type).stream().filter(which).forEach(each -> all.addAll(Signature.of(each)));
        return all;
    }

    private static List<TypeDeclaration<?>> typesIn(TypeDeclaration<?> type, Predicate<Declaration> which) {
        var types = new ArrayList<TypeDeclaration<?>>();
        for (Declaration each : Declaration.in(type))
            if (each.node() instanceof TypeDeclaration<?> nested && which.test(each)) types.add(nested);
        return types;
    }
}
