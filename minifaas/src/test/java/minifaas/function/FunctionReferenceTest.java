package minifaas.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import minifaas.function.RegistryException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionReferenceTest {
    private static FunctionReference parse(String text, String qualifier) {
        return FunctionReference.parse(text, Optional.ofNullable(qualifier), "000000000000", "us-east-1");
    }

    @ParameterizedTest
    @CsvSource({
        "f, , f, ",
        "f:PROD, , f, PROD",
        "f:$LATEST, , f, $LATEST",
        "f, 3, f, 3",
        "f:3, 3, f, 3",
        "function:f, , f, ",
        "000000000000:function:f, , f, ",
        "000000000000:function:f:7, , f, 7",
        "arn:aws:lambda:us-east-1:000000000000:function:f, , f, ",
        "arn:aws:lambda:us-east-1:000000000000:function:f:my-alias_1, , f, my-alias_1",
        "arn:aws:lambda:us-east-1:000000000000:function, , function, ",
    })
    void nameAndPartialArnAndArnLeadToTheSameFunction(String text, String parameter, String name, String qualifier) {
        FunctionReference reference = parse(text, parameter);
        assertThat(reference.function()).isEqualTo(new FunctionId("000000000000", "us-east-1", name));
        assertThat(reference.qualifier()).isEqualTo(Optional.ofNullable(qualifier));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "",
                "my-function!",
                "../f",
                "f/../g",
                "f\0",
                "ünï",
                "f g",
                "a:b:c",
                "f:1:2",
                "function:f:$LATEST:x",
                "invalid-account:function:f",
                "arn:aws:lambda:invalid-region:000000000000:function:f",
                "arn:aws:lambda::000000000000:function:f",
                "arn:aws:lambda:us-east-1::function:f",
                "arn:aws:ec2:us-east-1:000000000000:instance:i-1",
                "f:$LATES",
                "f:$latest"
            })
    void anythingElseIsRefusedWithThePattern(String text) {
        assertThatThrownBy(() -> parse(text, null))
                .hasMessage("1 validation error detected: Value '" + text + "' at 'functionName' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern:"
                        + " (arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?"
                        + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?")
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(Kind.VALIDATION);
    }

    @Test
    void aNameOfAMegabyteIsReadOrRefusedWithoutHarm() {
        assertThat(parse("a".repeat(1_000_000), null).function().name()).hasSize(1_000_000);
        assertThatThrownBy(() -> parse("a:".repeat(500_000), null)).isInstanceOf(RegistryException.class);
    }

    @Test
    void twoQualifiersMustAgree() {
        assertThatThrownBy(() -> parse("f:1", "2"))
                .hasMessage("The derived qualifier from the function name does not match the specified qualifier.");
    }

    @Test
    void severalViolationsAreReportedTogether() {
        assertThatThrownBy(() -> parse("*", "q".repeat(129)))
                .hasMessageStartingWith("2 validation errors detected: Value 'q")
                .hasMessageContaining("' at 'qualifier' failed to satisfy constraint: Member must have length less than"
                        + " or equal to 128; Value '*' at 'functionName' failed");
        assertThatThrownBy(() -> parse("f", "invalid!"))
                .hasMessage("1 validation error detected: Value 'invalid!' at 'qualifier' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern:"
                        + " \\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+");
    }

    @Test
    void anotherRegionOrAccountIsOutOfReach() {
        assertThatThrownBy(() -> parse("arn:aws:lambda:ap-southeast-1:000000000000:function:f", null))
                .hasMessage("Functions from 'ap-southeast-1' are not reachable in this region ('us-east-1')")
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(Kind.RESOURCE_NOT_FOUND);
        assertThatThrownBy(() -> parse("123456789012:function:f", null))
                .extracting(error -> ((RegistryException) error).kind())
                .isEqualTo(Kind.ACCESS_DENIED);
    }

    @Test
    void aNewFunctionNeedsAPlainName() {
        assertThatThrownBy(() -> FunctionReference.toCreate("a.b", "000000000000", "us-east-1"))
                .hasMessageEndingWith("(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?");
        assertThatThrownBy(() -> FunctionReference.toCreate("f".repeat(141), "000000000000", "us-east-1"))
                .hasMessageEndingWith("Member must have length less than or equal to 140");
    }
}
