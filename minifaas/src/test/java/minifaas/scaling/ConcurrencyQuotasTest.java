package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import minifaas.function.FunctionId;
import minifaas.function.RegistryException;
import minifaas.function.RegistryException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ConcurrencyQuotasTest {
    private static final FunctionId F = new FunctionId("000000000000", "us-east-1", "f");
    private static final FunctionId G = new FunctionId("000000000000", "us-east-1", "g");

    private final ConcurrencyQuotas untouched = new ConcurrencyQuotas(1000, Map.of(), Map.of());

    private static void refused(String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(RegistryException.class)
                .hasMessage(message)
                .extracting(refusal -> ((RegistryException) refusal).kind())
                .isEqualTo(Kind.INVALID_PARAMETER_VALUE);
    }

    private static void decreasesTooMuch(String what, ThrowingCallable call) {
        refused(
                "Specified " + what
                        + " for function decreases account's UnreservedConcurrentExecution below its minimum"
                        + " value of [100].",
                call);
    }

    @Test
    void whatIsReservedIsNoLongerShared() {
        ConcurrencyQuotas quotas = untouched.reserve(F, 300).reserve(G, 0);

        assertThat(quotas.unreserved()).isEqualTo(700);
        assertThat(quotas.reservedFor(F)).hasValue(300);
        assertThat(quotas.reservedFor(G)).hasValue(0);
        assertThat(untouched.reservedFor(F)).as("the quotas from before").isEmpty();
    }

    @Test
    void aReservationTakesThePlaceOfTheOneBefore() {
        assertThat(untouched.reserve(F, 900).reserve(F, 800).unreserved()).isEqualTo(200);
        assertThat(untouched.reserve(F, 500).unreserve(F)).isEqualTo(untouched);
        assertThat(untouched.unreserve(F)).isEqualTo(untouched);
    }

    @Test
    void aHundredStayUnreserved() {
        assertThat(untouched.reserve(F, 900).unreserved()).isEqualTo(100);
        decreasesTooMuch("ReservedConcurrentExecutions", () -> untouched.reserve(F, 901));
        decreasesTooMuch("ReservedConcurrentExecutions", () -> untouched.reserve(F, Integer.MAX_VALUE));
        decreasesTooMuch(
                "ReservedConcurrentExecutions", () -> untouched.reserve(G, 500).reserve(F, 401));
    }

    @Test
    void whatIsProvisionedForOthersCannotBeReserved() {
        ConcurrencyQuotas quotas = untouched.provision(G, 600);

        assertThat(quotas.reserve(F, 300).left()).isEqualTo(100);
        decreasesTooMuch("ReservedConcurrentExecutions", () -> quotas.reserve(F, 301));
    }

    @Test
    void aFunctionsReservationCoversWhatIsProvisionedForIt() {
        ConcurrencyQuotas quotas = untouched.provision(F, 600);

        assertThat(quotas.reserve(F, 600).left()).isEqualTo(400);
        refused(
                "ReservedConcurrentExecutions should not be lower than function's total provisioned concurrency [600].",
                () -> quotas.reserve(F, 599));
    }

    @Test
    void provisionedConcurrencyLeavesAHundredToo() {
        assertThat(untouched.provision(F, 900).provisionedFor(F)).isEqualTo(900);
        decreasesTooMuch("ConcurrentExecutions", () -> untouched.provision(F, 901));
        refused(
                "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].",
                () -> untouched.provision(F, 1001));
        refused(
                "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [300].",
                () -> untouched.reserve(G, 700).provision(F, 301));
        decreasesTooMuch(
                "ConcurrentExecutions", () -> untouched.provision(G, 500).provision(F, 401));
    }

    @Test
    void whatIsProvisionedTakesThePlaceOfWhatWasProvisionedBefore() {
        assertThat(untouched.provision(F, 900).provision(F, 800).left()).isEqualTo(200);
        assertThat(untouched.provision(F, 900).provision(F, 0)).isEqualTo(untouched);
    }

    @Test
    void lessThanBeforeIsNeverRefused() {
        ConcurrencyQuotas full = new ConcurrencyQuotas(300, Map.of(), Map.of(F, 290));

        assertThat(full.provision(F, 280).provisionedFor(F)).isEqualTo(280);
        decreasesTooMuch("ConcurrentExecutions", () -> full.provision(F, 291));
    }

    @Test
    void whatIsProvisionedStaysWithinAReservation() {
        ConcurrencyQuotas quotas = untouched.reserve(F, 10);

        assertThat(quotas.provision(F, 10).left()).isEqualTo(990);
        refused(
                "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for"
                        + " function",
                () -> quotas.provision(F, 11));
    }
}
