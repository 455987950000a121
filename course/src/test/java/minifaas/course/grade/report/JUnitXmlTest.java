package minifaas.course.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import minifaas.course.grade.Samples;
import minifaas.course.grade.SubmissionResult;
import minifaas.course.lab.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What Surefire's schema surefire-test-report-3.0.xsd asks of a report. */
class JUnitXmlTest {
    private static final String TIME = "(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\\.[0-9]{0,3})?";

    static Stream<SubmissionResult> results() {
        return Stream.of(
                Samples.result("a", Samples.PROTECTED, Status.PASSED, Status.PASSED, Status.PASSED),
                Samples.result("b", Samples.UNPROTECTED, Status.FAILED, Status.NOT_WRITTEN, Status.WAITS),
                Samples.result(
                        "c\u0000\u001b<&\"", Samples.PROTECTED, Status.DID_NOT_END, Status.NOT_RUN, Status.PASSED));
    }

    @ParameterizedTest
    @MethodSource("results")
    void theReportHasTheFormOfTheSchema(SubmissionResult result) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new JUnitXml().of(result))))
                .getDocumentElement();
        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isNotEmpty();
        assertThat(suite.getAttribute("time")).matches(TIME);
        assertThat(children(suite).stream().map(Element::getTagName))
                .containsExactly("properties", "testcase", "testcase", "testcase");
        for (Element property : children(children(suite).get(0))) {
            assertThat(property.getTagName()).isEqualTo("property");
            assertThat(property.hasAttribute("name") && property.hasAttribute("value"))
                    .isTrue();
        }
        counted(suite, "tests", "testcase");
        counted(suite, "failures", "failure");
        counted(suite, "errors", "error");
        counted(suite, "skipped", "skipped");
        for (Element test : children(suite).subList(1, 4)) {
            assertThat(test.getAttribute("name")).isNotEmpty();
            assertThat(test.getAttribute("time")).matches(TIME);
            for (Element ending : children(test))
                assertThat(ending.hasAttribute("type"))
                        .isEqualTo(!ending.getTagName().equals("skipped"));
        }
    }

    private static void counted(Element suite, String attribute, String element) {
        assertThat(Integer.parseInt(suite.getAttribute(attribute)))
                .as(attribute)
                .isEqualTo(suite.getElementsByTagName(element).getLength());
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
