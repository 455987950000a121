package minifaas.course.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import minifaas.course.syllabus.Member;

/**
 * One file of Java source, as text and as the parser sees it.
 *
 * <p>Immutable: a change answers another source, in which all text outside the change is the same, line ends included.
 */
public final class JavaSource {
    /** What stands in a decoded text in place of bytes that are not UTF-8. */
    private static final char MALFORMED = '\uFFFD';

    private final String file;
    private final String text;
    private final SourceText lines;
    private final CompilationUnit unit;

    private JavaSource(String file, String text, CompilationUnit unit) {
        this.file = file;
        this.text = text;
        this.lines = new SourceText(text);
        this.unit = unit;
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws IOException when it cannot be read
     * @throws SyntaxException when it is not Java 17, or not in UTF-8
     */
    public static JavaSource read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try {
            return of(name, Files.readString(file));
        } catch (CharacterCodingException notUtf8) {
            throw new SyntaxException(name, firstMalformedLine(file), "is not a text in UTF-8");
        }
    }

    private static int firstMalformedLine(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String before = text.substring(0, text.indexOf(MALFORMED));
        return 1 + (int) before.chars().filter(each -> each == '\n').count();
    }

    /** The Java files below a folder, sorted, without those that only describe a package; none when it is not there. */
    public static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().equals("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads a text.
     *
     * @param file its name, for messages
     * @throws SyntaxException when it is not Java 17
     */
    public static JavaSource of(String file, String text) {
        var configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.JAVA_17)
                .setTabSize(1)
                .setCharacterEncoding(StandardCharsets.UTF_8);
        ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
        if (!result.isSuccessful()) throw SyntaxCheck.explain(file, text, result.getProblem(0));
        return new JavaSource(file, text, result.getResult().orElseThrow());
    }

    /** The name of the file. */
    public String file() {
        return file;
    }

    /** All of it. */
    public String text() {
        return text;
    }

    /**
     * A member, or a type when the name has no member.
     *
     * @throws NoSuchMemberException when it is not there, or the name fits several; the message says what there is
     */
    public MemberSource find(Member member) {
        TypeDeclaration<?> type = type(member);
        if (member.name().isEmpty()) return new MemberSource(this, new Declaration(type));
        List<Declaration> named = Declaration.in(type).stream()
                .filter(each -> !each.isType() && each.names().contains(member.name()))
                .toList();
        List<Declaration> fitting = named.stream()
                .filter(each -> member.parameters().isEmpty() || hasParameters(each, member))
                .toList();
        if (fitting.size() == 1) return new MemberSource(this, fitting.get(0));
        String typeName = nameOf(type);
        if (named.isEmpty())
            throw new NoSuchMemberException(
                    typeName + " has no member " + member.name() + "; it has " + memberNames(type));
        throw new NoSuchMemberException(typeName + " has " + labels(named) + "; '" + member + "' names "
                + (fitting.isEmpty() ? "none" : "more than one") + " of them");
    }

    /**
     * Replaces a member and keeps the Javadoc that is there.
     *
     * @param text the whole new member without Javadoc, at the left margin
     * @param imports that it needs, such as {@code java.util.List} or {@code static java.util.Map.entry}; those that
     *     are there already are left alone
     * @throws NoSuchMemberException when there is no such member, or several
     * @throws SyntaxException when the result is not Java
     */
    public JavaSource withMember(Member member, String text, Collection<String> imports) {
        MemberSource old = find(member);
        String replacement = new Indented(text, old.indentation(), lines.lineEnd()).afterFirstLine();
        JavaSource changed =
                withText(this.text.substring(0, old.start()) + replacement + this.text.substring(old.end()));
        return new Imports(changed).with(imports);
    }

    /** The same file with another text. */
    JavaSource withText(String changed) {
        return changed.equals(text) ? this : of(file, changed);
    }

    SourceText lines() {
        return lines;
    }

    CompilationUnit unit() {
        return unit;
    }

    /** The type that a member is in, or that it is. */
    TypeDeclaration<?> type(Member member) {
        TypeDeclaration<?> type = unit.getTypes().stream()
                .filter(each -> nameOf(each).equals(member.topLevel()))
                .findFirst()
                .orElseThrow(() -> new NoSuchMemberException(file + " has no type " + member.topLevel() + "; it has "
                        + unit.getTypes().stream().map(JavaSource::nameOf).collect(Collectors.joining(", "))));
        if (member.nested().isEmpty()) return type;
        for (String name : member.nested().split("\\.")) {
            TypeDeclaration<?> outer = type;
            type = nested(outer, name)
                    .orElseThrow(() -> new NoSuchMemberException(
                            nameOf(outer) + " has no type " + name + "; it has " + memberNames(outer)));
        }
        return type;
    }

    /** A type that another one declares. */
    static Optional<TypeDeclaration<?>> nested(TypeDeclaration<?> type, String name) {
        return type.getMembers().stream()
                .<TypeDeclaration<?>>mapMulti(
                        (each, types) -> each.toTypeDeclaration().ifPresent(types::accept))
                .filter(each -> each.getNameAsString().equals(name))
                .findFirst();
    }

    private static String nameOf(TypeDeclaration<?> type) {
        return type.getFullyQualifiedName().orElse(type.getNameAsString());
    }

    private static boolean hasParameters(Declaration declaration, Member member) {
        return declaration
                .parameterTypes()
                .map(types -> String.join(",", types))
                .equals(member.parameters());
    }

    private static String memberNames(TypeDeclaration<?> type) {
        String names = Declaration.in(type).stream()
                .flatMap(each -> each.names().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String labels(List<Declaration> declarations) {
        return declarations.stream().map(Declaration::label).collect(Collectors.joining(", "));
    }
}
