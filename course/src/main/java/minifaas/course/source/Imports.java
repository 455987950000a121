package minifaas.course.source;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The imports of one file: static ones first, then a blank line and the others, each group sorted by name.
 *
 * <p>Their names are written as {@code java.util.List} and {@code static java.util.Map.entry}.
 *
 * @param source the file
 */
record Imports(JavaSource source) {
    private static final String STATIC = "static ";

    Set<String> names() {
        return all().stream().map(Imports::nameOf).collect(Collectors.toSet());
    }

    /** Those that bring one of these simple names into the file. */
    List<String> bringing(Set<String> simpleNames) {
        return all().stream()
                .filter(each -> simpleNames.contains(each.getName().getIdentifier()))
                .map(Imports::nameOf)
                .toList();
    }

    /** Adds imports at their sorted places, except those that are there already and those of the file's own package. */
    JavaSource with(Collection<String> names) {
        var missing = new TreeSet<>(names);
        missing.removeAll(names());
        missing.removeIf(name -> name.substring(0, name.lastIndexOf('.')).equals(packageName()));
        JavaSource result = source;
        for (String name : missing) result = new Imports(result).with(name);
        return result;
    }

    /** Takes out the imports that nothing in the file uses, Javadoc included, if they are of a kind; wildcards stay. */
    JavaSource withoutUnused(Predicate<String> kind) {
        Set<String> used = UsedNames.in(source.unit().getTypes());
        String text = source.text();
        List<ImportDeclaration> lastFirst = all().stream()
                .filter(each -> !each.isAsterisk() && kind.test(nameOf(each)))
                .filter(each -> !used.contains(each.getName().getIdentifier()))
                .sorted(Comparator.comparing(source.lines()::start).reversed())
                .toList();
        for (ImportDeclaration unused : lastFirst)
            text = Cut.lines(text, source.lines().start(unused), source.lines().end(unused));
        return source.withText(text);
    }

    private JavaSource with(String name) {
        String line = "import " + name + ";";
        String lineEnd = source.lines().lineEnd();
        List<ImportDeclaration> group = all().stream()
                .filter(each -> each.isStatic() == name.startsWith(STATIC))
                .toList();
        Optional<ImportDeclaration> next =
                group.stream().filter(each -> nameOf(each).compareTo(name) > 0).findFirst();
        if (next.isPresent()) return insertedBefore(next.get(), line + lineEnd);
        if (!group.isEmpty()) return insertedAfter(group.get(group.size() - 1), lineEnd + line);
        if (all().isEmpty())
            return insertedAfter(source.unit().getPackageDeclaration().orElseThrow(), lineEnd + lineEnd + line);
        if (name.startsWith(STATIC)) return insertedBefore(all().get(0), line + lineEnd + lineEnd);
        return insertedAfter(all().get(all().size() - 1), lineEnd + lineEnd + line);
    }

    private JavaSource insertedBefore(Node place, String inserted) {
        return source.withText(new StringBuilder(source.text())
                .insert(source.lines().start(place), inserted)
                .toString());
    }

    private JavaSource insertedAfter(Node place, String inserted) {
        return source.withText(new StringBuilder(source.text())
                .insert(source.lines().end(place), inserted)
                .toString());
    }

    private String packageName() {
        return source.unit().getPackageDeclaration().orElseThrow().getNameAsString();
    }

    private List<ImportDeclaration> all() {
        return source.unit().getImports();
    }

    private static String nameOf(ImportDeclaration each) {
        String name = each.getNameAsString() + (each.isAsterisk() ? ".*" : "");
        return each.isStatic() ? STATIC + name : name;
    }
}
