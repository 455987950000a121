package minifaas.aws.lambda;

import static minifaas.testing.FunctionFields.inListsAnd;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import minifaas.aws.TestServer;
import minifaas.aws.WithServer;
import minifaas.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionOperationsTest extends WithServer {
    private static final String FUNCTIONS = "/2015-03-31/functions";
    private static final String ZIP = Base64.getEncoder().encodeToString(TestServer.zip("bootstrap", "#!/bin/sh"));
    private static final String REST = "\"Runtime\":\"provided.al2023\",\"Handler\":\"h\",\"Role\":"
            + "\"arn:aws:iam::000000000000:role/r\",\"Code\":{\"ZipFile\":\"" + ZIP + "\"}}";

    @Test
    void aNewFunctionIsShownWithAwsFieldsAndDefaults() throws IOException {
        var answer = server.post(FUNCTIONS, "{\"FunctionName\":\"f\"," + REST);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode shown = Json.read(answer.body().getBytes());
        assertThat(names(shown))
                .containsExactlyInAnyOrderElementsOf(
                        inListsAnd("RuntimeVersionConfig", "State", "StateReason", "StateReasonCode"));
        assertThat(shown.get("State").asText()).isEqualTo("Pending");
        assertThat(shown.get("MemorySize").asInt()).isEqualTo(128);
        assertThat(shown.get("Timeout").asInt()).isEqualTo(3);
        assertThat(shown.get("LastModified").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        assertThat(shown.get("LoggingConfig").toString())
                .isEqualTo("{\"LogFormat\":\"Text\",\"LogGroup\":\"/aws/lambda/f\"}");
    }

    @Test
    void listsShowNoState() throws IOException {
        server.create("f");
        JsonNode shown = Json.read(server.get(FUNCTIONS).body().getBytes())
                .get("Functions")
                .get(0);
        assertThat(names(shown)).doesNotContain("State", "LastUpdateStatus", "RuntimeVersionConfig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Layers\":[\"arn:aws:lambda:us-east-1:1:layer:l:1\"]",
                "\"VpcConfig\":{\"SubnetIds\":[\"subnet-1\"]}",
                "\"FileSystemConfigs\":[{\"Arn\":\"a\"}]",
                "\"ImageConfig\":{\"Command\":[\"x\"]}",
                "\"SnapStart\":{\"ApplyOn\":\"PublishedVersions\"}",
                "\"KMSKeyArn\":\"arn:aws:kms:k\"",
                "\"PackageType\":\"Image\"",
                "\"LoggingConfig\":{\"LogFormat\":\"JSON\"}"
            })
    void aSettingThatIsNotHereIsRefusedByItsName(String setting) {
        var answer = server.post(FUNCTIONS, "{\"FunctionName\":\"f\"," + setting + "," + REST);
        assertThat(error(answer)).isEqualTo("400 InvalidParameterValueException");
        String name = setting.substring(1, setting.indexOf('"', 1));
        assertThat(answer.body())
                .contains(name.equals("SnapStart") ? "ApplyOn" : name.equals("LoggingConfig") ? "LogFormat" : name);
    }

    @Test
    void suchASettingMayBeThereWhenItSaysNothing() {
        var answer = server.post(
                FUNCTIONS,
                "{\"FunctionName\":\"f\",\"Layers\":[],\"VpcConfig\":{\"SubnetIds\":[],\"SecurityGroupIds\":[]},"
                        + "\"KMSKeyArn\":\"\",\"DeadLetterConfig\":{},\"SnapStart\":{\"ApplyOn\":\"None\"},"
                        + "\"PackageType\":\"Zip\",\"ImageConfig\":null,\"SomethingNew\":{\"a\":[1]}," + REST);
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    /** AWS's ranges differ: up to 10,000 functions may be asked for, and up to 50 configurations. */
    @ParameterizedTest
    @CsvSource({FUNCTIONS + ", 10000", "/2019-09-25/functions/f/event-invoke-config/list, 50"})
    void moreItemsThanAListMayHaveAreRefused(String list, int most) {
        server.create("f");
        assertThat(server.get(list + "?MaxItems=" + most).statusCode()).isEqualTo(200);
        var answer = server.get(list + "?MaxItems=" + (most + 1));
        assertThat(error(answer)).isEqualTo("400 ValidationException");
        assertThat(answer.body()).contains("'maxItems'", "Member must have value less than or equal to " + most);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Timeout\":\"3\"|STRING_VALUE can not be converted to an Integer",
                "\"Timeout\":1.5|NUMBER_VALUE can not be converted to an Integer",
                "\"Timeout\":99999999999|NUMBER_VALUE can not be converted to an Integer",
                "\"Description\":7|NUMBER_VALUE can not be converted to a String",
                "\"Description\":{}|Start of structure or map found where not expected.",
                "\"Publish\":\"yes\"|STRING_VALUE can not be converted to a Boolean",
                "\"Environment\":[]|Start of list found where not expected",
                "\"Environment\":7|Expected null",
                "\"Environment\":{\"Variables\":true}|Expected map or null",
                "\"Environment\":{\"Variables\":{\"A\":false}}|FALSE_VALUE can not be converted to a String",
                "\"Architectures\":\"arm64\"|Expected list or null",
                "\"Architectures\":[null]|NULL_VALUE can not be converted to a String",
            })
    void aFieldOfTheWrongTypeIsRefused(String field, String reason) {
        var answer = server.post(FUNCTIONS, "{\"FunctionName\":\"f\"," + field + "," + REST);
        assertThat(error(answer)).isEqualTo("400 SerializationException");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"" + reason + "\"}");
    }

    @ParameterizedTest
    @CsvSource({"true, TRUE_VALUE", "'\"***\"', STRING_VALUE", "'\"UEs\"', STRING_VALUE"})
    void anArchiveThatIsNotInBase64IsRefused(String archive, String found) {
        String rest = REST.replaceAll("\"Code\":.*", "\"Code\":{\"ZipFile\":" + archive + "}}");
        var answer = server.post(FUNCTIONS, "{\"FunctionName\":\"f\"," + rest);
        assertThat(error(answer)).isEqualTo("400 SerializationException");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"" + found + " can not be converted to a Blob\"}");
    }

    @Test
    void aParameterOfTheWrongTypeIsRefusedInTheSameWords() {
        var answer = server.get(FUNCTIONS + "?MaxItems=ten");
        assertThat(error(answer)).isEqualTo("400 SerializationException");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"STRING_VALUE can not be converted to an Integer\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json|1, column 1",
                "{|1, column 2",
                "{\"FunctionName\":|1, column 17",
                "{} {}|1, column 4",
                "{'FunctionName':'f'}|1, column 2",
                "{\"Code\":{\"ZipFile\":\"UEsD|1, column 25",
            })
    void aBodyThatIsNotJsonIsRefusedWithThePlace(String body, String place) {
        var answer = server.post(FUNCTIONS, body);
        assertThat(error(answer)).isEqualTo("400 SerializationException");
        assertThat(answer.body())
                .isEqualTo("{\"Message\":\"The request's body cannot be read as JSON, at line " + place + ".\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"FunctionName\":\"f\"}]|Start of list found where not expected",
                "10|Expected null",
                "null|Expected null",
            })
    void aBodyThatIsNoObjectIsRefused(String body, String reason) {
        var answer = server.post(FUNCTIONS, body);
        assertThat(error(answer)).isEqualTo("400 SerializationException");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"" + reason + "\"}");
    }

    @Test
    void deepJsonIsRefused() {
        var answer = server.post(FUNCTIONS, "{\"Environment\":" + "[".repeat(500_000));
        assertThat(error(answer)).isEqualTo("400 SerializationException");
    }

    @Test
    void allThatIsMissingIsNamedTogether() {
        assertThat(server.post(FUNCTIONS, "{}").body())
                .contains("3 validation errors detected: Value null at 'functionName' failed to satisfy constraint:"
                        + " Member must not be null; Value null at 'role'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"S3Bucket\":\"b\",\"S3Key\":\"k\"}", "{\"ImageUri\":\"i\"}", "{}"})
    void codeFromElsewhereIsRefused(String code) {
        String rest = REST.replaceAll("\"Code\":.*", "\"Code\":" + code + "}");
        assertThat(error(server.post(FUNCTIONS, "{\"FunctionName\":\"f\"," + rest)))
                .isEqualTo("400 InvalidParameterValueException");
    }

    @Test
    void anImageCannotReplaceAnArchive() {
        server.create("f");
        var answer = server.send(server.request(FUNCTIONS + "/f/code")
                .PUT(BodyPublishers.ofString("{\"ImageUri\":\"000000000000.dkr.ecr.us-east-1.amazonaws.com/i:1\"}")));
        assertThat(error(answer)).isEqualTo("400 InvalidParameterValueException");
        assertThat(answer.body())
                .contains("Please don't provide ImageUri when updating a function with packageType Zip.");
    }

    @Test
    void aRequestOverTheLimitIsRefused() {
        var answer = server.post(FUNCTIONS, " ".repeat(70_167_212));
        assertThat(error(answer)).isEqualTo("413 RequestEntityTooLargeException");
        assertThat(answer.body())
                .contains("Request must be smaller than 70167211 bytes for the CreateFunction operation");
    }

    private static String error(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("x-amzn-ErrorType").orElse("");
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
