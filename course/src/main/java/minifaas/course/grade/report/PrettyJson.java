package minifaas.course.grade.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON that people can read as well: a line for each value, the same on every system. */
final class PrettyJson {
    private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTED).withArrayIndenter(INDENTED));

    private PrettyJson() {}

    static String of(Object value) throws JsonProcessingException {
        return WRITER.writeValueAsString(value) + "\n";
    }
}
