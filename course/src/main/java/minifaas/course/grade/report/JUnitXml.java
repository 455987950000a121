package minifaas.course.grade.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import minifaas.course.grade.ExerciseGrade;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.grade.TestGrade;
import minifaas.course.lab.Status;

/** JUnit XML, as Surefire's schema has it (surefire-test-report-3.0.xsd): a submission is a test suite. */
final class JUnitXml implements SubmissionReport {
    private static final String NO_TIME = "0";

    @Override
    public String of(SubmissionResult result) throws IOException {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, result);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        return text.append('\n').toString();
    }

    private static void write(XMLStreamWriter xml, SubmissionResult result) throws XMLStreamException {
        start(xml, 0, "testsuite");
        attribute(xml, "version", "3.0");
        attribute(xml, "name", result.submission());
        attribute(xml, "time", String.format(Locale.ROOT, "%.3f", result.seconds()));
        attribute(xml, "tests", Long.toString(result.tests().count()));
        attribute(xml, "errors", count(result, Status.DID_NOT_END));
        attribute(xml, "skipped", count(result, Status.NOT_RUN));
        long others = result.tests().filter(JUnitXml::isFailure).count();
        attribute(xml, "failures", Long.toString(others));
        start(xml, 1, "properties");
        for (var property : properties(result).entrySet()) {
            start(xml, 2, "property");
            attribute(xml, "name", property.getKey());
            attribute(xml, "value", property.getValue());
            xml.writeEndElement();
        }
        end(xml, 1);
        for (ExerciseGrade exercise : result.exercises())
            for (TestGrade test : exercise.tests()) write(xml, exercise, test);
        end(xml, 0);
    }

    private static Map<String, String> properties(SubmissionResult result) {
        var properties = new TreeMap<>(Map.of(
                "points", Integer.toString(result.points()),
                "possible", Integer.toString(result.possible()),
                "protected", Boolean.toString(result.basis().isProtected()),
                "sandbox", result.basis().sandbox(),
                "seed", result.basis().seed()));
        if (!result.remarks().isEmpty()) properties.put("remarks", String.join("\n", result.remarks()));
        return properties;
    }

    private static void write(XMLStreamWriter xml, ExerciseGrade exercise, TestGrade test) throws XMLStreamException {
        start(xml, 1, "testcase");
        attribute(xml, "name", Wording.name(exercise, test) + " (" + test.possible() + " points)");
        attribute(xml, "classname", test.id().replaceFirst("#.*", ""));
        attribute(xml, "group", exercise.id());
        attribute(xml, "time", NO_TIME);
        if (!test.passes()) {
            String element = isFailure(test) ? "failure" : test.status() == Status.NOT_RUN ? "skipped" : "error";
            start(xml, 2, element);
            attribute(xml, "message", Wording.ending(test));
            if (!element.equals("skipped")) attribute(xml, "type", test.status().name());
            xml.writeEndElement();
            end(xml, 1);
        } else {
            xml.writeEndElement();
        }
    }

    private static boolean isFailure(TestGrade test) {
        return switch (test.status()) {
            case FAILED, NOT_WRITTEN, WAITS -> true;
            case PASSED, DID_NOT_END, NOT_RUN -> false;
        };
    }

    private static String count(SubmissionResult result, Status status) {
        return Long.toString(
                result.tests().filter(test -> test.status() == status).count());
    }

    private static void start(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
        indent(xml, depth);
        xml.writeStartElement(name);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        indent(xml, depth);
        xml.writeEndElement();
    }

    private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Students choose names and messages, and XML 1.0 knows no control characters. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(
                name, value.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "?"));
    }
}
