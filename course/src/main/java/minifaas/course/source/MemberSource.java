package minifaas.course.source;

/** The text of one member, or of a whole type. */
public final class MemberSource {
    private final JavaSource source;
    private final Declaration declaration;

    MemberSource(JavaSource source, Declaration declaration) {
        this.source = source;
        this.declaration = declaration;
    }

    /** The declaration without its Javadoc, moved to the left margin; its last line has no end. */
    public String text() {
        return dedented(start());
    }

    /** The declaration with its Javadoc, if it has one, moved to the left margin; its last line has no end. */
    public String textWithJavadoc() {
        return dedented(startWithJavadoc());
    }

    /** The line on which the declaration begins, from 1; its Javadoc stands above. */
    public int line() {
        return declaration.node().getBegin().orElseThrow().line;
    }

    Declaration declaration() {
        return declaration;
    }

    int start() {
        return source.lines().start(declaration.node());
    }

    int startWithJavadoc() {
        return source.lines().start(declaration.javadoc().orElse(declaration.node()));
    }

    int end() {
        return source.lines().end(declaration.node());
    }

    String indentation() {
        return source.lines().indentation(declaration.node());
    }

    private String dedented(int from) {
        return source.text()
                .substring(from, end())
                .replaceAll("(?m)^[ \\t]{0," + indentation().length() + "}", "");
    }
}
