package minifaas.course.source;

import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import minifaas.course.syllabus.Exercise;

/** Writes one exercise in a student's class, or takes it out again; everything else in the class stays as it is. */
public final class Exercises {
    private Exercises() {}

    /**
     * Puts the reference's version of an exercise in place of the student's, with the private helpers and imports that it
     * needs and that are not there. The student's Javadoc stays, and so does a helper of the same name and parameters.
     *
     * @throws NoSuchMemberException when the student's class lacks the member, or a type around a helper
     */
    public static JavaSource withReferenceBody(JavaSource student, JavaSource reference, Exercise exercise) {
        MemberSource written = reference.find(exercise.member());
        Declaration member = written.declaration();
        var inserted = new ArrayList<Node>(List.of(member.node()));
        JavaSource result = student.withMember(exercise.member(), written.text(), List.of());
        var helpers = new Helpers(reference.unit().getTypes(), List.of(member));
        for (Declaration helper : helpers.of(member.body().stream().toList())) {
            var transplant = new Transplant(reference, helper, result);
            if (transplant.counterpart().isPresent()) continue;
            result = transplant.insert();
            inserted.add(helper.node());
        }
        Set<String> names = UsedNames.in(inserted);
        result = new Imports(result).with(new Imports(reference).bringing(names));
        return new Imports(result).withoutUnused(Starter.NOT_WRITTEN_YET::equals);
    }

    /**
     * Puts the starter's version of an exercise, with its Javadoc, in place of the student's, or where it belongs when
     * the student has none. Helpers and imports of the student's stay.
     *
     * @throws NoSuchMemberException when the student has several members of this name, or lacks the type around it
     */
    public static JavaSource withStub(JavaSource student, JavaSource reference, Exercise exercise) {
        JavaSource starter = Starter.of(reference, List.of(exercise));
        MemberSource stub = starter.find(exercise.member());
        var transplant = new Transplant(starter, stub.declaration(), student);
        JavaSource result =
                transplant.isMissing(exercise.member()) ? transplant.insert() : replaced(student, stub, exercise);
        List<String> imports = new Imports(starter)
                .bringing(UsedNames.in(List.of(stub.declaration().node())));
        return new Imports(result).with(imports);
    }

    private static JavaSource replaced(JavaSource student, MemberSource stub, Exercise exercise) {
        MemberSource old = student.find(exercise.member());
        String text = new Indented(
                        stub.textWithJavadoc(),
                        old.indentation(),
                        student.lines().lineEnd())
                .afterFirstLine();
        return student.withText(student.text().substring(0, old.startWithJavadoc())
                + text
                + student.text().substring(old.end()));
    }
}
