package minifaas.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import minifaas.course.text.MemberIncludes;
import org.asciidoctor.ast.Document;
import org.asciidoctor.extension.IncludeProcessor;
import org.asciidoctor.extension.PreprocessorReader;
import org.asciidoctor.log.LogRecord;
import org.asciidoctor.log.Severity;

/** {@code include::member:minifaas.environment.WarmPool#acquire[]}: a member of a class, taken from its source. */
final class MemberInclude extends IncludeProcessor {
    private final MemberIncludes members;

    MemberInclude(MemberIncludes members) {
        this.members = members;
    }

    @Override
    public boolean handles(String target) {
        return target.startsWith(MemberIncludes.PREFIX);
    }

    @Override
    public void process(Document document, PreprocessorReader reader, String target, Map<String, Object> attributes) {
        String place = Path.of(reader.getFile()).getFileName() + ":" + (reader.getLineNumber() - 1);
        String options =
                attributes.entrySet().stream().map(MemberInclude::asWritten).collect(Collectors.joining(","));
        try {
            reader.pushInclude(members.text(place, target, options), target, target, 1, Map.of());
        } catch (IllegalArgumentException | IOException unknown) {
            log(new LogRecord(Severity.ERROR, unknown.getMessage()));
        }
    }

    /** An attribute without a name comes under its position. */
    private static String asWritten(Map.Entry<String, Object> attribute) {
        boolean isNamed = !attribute.getKey().matches("\\d+");
        return isNamed
                ? attribute.getKey() + "=\"" + attribute.getValue() + "\""
                : String.valueOf(attribute.getValue());
    }
}
