package minifaas.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Random;
import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;
import minifaas.function.FunctionId;
import minifaas.function.RegistryException;
import org.junit.jupiter.api.Tag;

/** 8.1: how the concurrency of an account is divided. */
@Tag("F29")
class ReserveConcurrencyTest {
    private final Random random = Seed.random("8.1");
    private final Given given = new Given(random);
    private final FunctionId function = given.function();
    private final FunctionId other = given.function();
    private final int limit = 1000 + random.nextInt(1000);

    @Checks(
            exercise = "8.1",
            points = 2,
            order = 1,
            hint = "Others had reservations before this one came. Does yours leave them what is theirs?")
    void whatIsReservedIsTheFunctionsOwnAndMissingForAllOthers() {
        int before = 1 + random.nextInt(300);
        int reserved = 1 + random.nextInt(300);
        ConcurrencyQuotas changed =
                new ConcurrencyQuotas(limit, Map.of(other, before), Map.of()).reserve(function, reserved);
        assertThat(changed.reservedFor(function))
                .as("%d were reserved for the function", reserved)
                .contains(reserved);
        assertThat(changed.reservedFor(other))
                .as("another function keeps the %d that were reserved for it before", before)
                .contains(before);
        assertThat(changed.unreserved())
                .as("all functions without a reservation share what is left of %d", limit)
                .isEqualTo(limit - before - reserved);
    }

    @Checks(
            exercise = "8.1",
            points = 2,
            order = 2,
            hint = "The function had a reservation already. What becomes of it, and does your sum still contain it?")
    void aNewReservationTakesThePlaceOfTheOldOne() {
        int before = limit / 2 + random.nextInt(100);
        int reserved = before + 1 + random.nextInt(100);
        ConcurrencyQuotas quotas = new ConcurrencyQuotas(limit, Map.of(function, before), Map.of());
        assertThat(quotas.reserve(function, reserved).reservedFor(function))
                .as("%d take the place of the %d that were reserved before", reserved, before)
                .contains(reserved);
    }

    @Checks(
            exercise = "8.1",
            points = 2,
            order = 3,
            hint = "Functions without a reservation have to live, too. How many places does the account keep for them?")
    void fewerThanAHundredCannotBeLeftForTheOthers() {
        int left = random.nextInt(ConcurrencyQuotas.ALWAYS_UNRESERVED);
        isInvalid(
                new ConcurrencyQuotas(limit, Map.of(), Map.of()),
                limit - left,
                "it leaves " + left + " for functions without a reservation");
    }

    @Checks(
            exercise = "8.1",
            points = 1,
            order = 4,
            hint = "Exactly a hundred are left for the others. Is that too few?")
    void exactlyAHundredMayBeLeft() {
        int most = limit - ConcurrencyQuotas.ALWAYS_UNRESERVED;
        assertThat(new ConcurrencyQuotas(limit, Map.of(), Map.of())
                        .reserve(function, most)
                        .unreserved())
                .as("%d of %d may be reserved, since that leaves as many as must be left", most, limit)
                .isEqualTo(ConcurrencyQuotas.ALWAYS_UNRESERVED);
    }

    @Checks(
            exercise = "8.1",
            points = 1,
            order = 5,
            hint = "Somebody reserves 0 to stop a function that runs wild. May it share with the others instead?")
    void zeroIsAReservationAndStopsTheFunction() {
        int before = 1 + random.nextInt(100);
        assertThat(new ConcurrencyQuotas(limit, Map.of(function, before), Map.of())
                        .reserve(function, 0)
                        .reservedFor(function))
                .as("0 are reserved for the function, which is not the same as no reservation")
                .contains(0);
    }

    @Checks(
            exercise = "8.1",
            points = 2,
            order = 6,
            hint = "Environments are kept ready for this very function. What are those for that it may not use?")
    void aReservationCoversAtLeastWhatIsProvisionedForTheFunction() {
        int provisioned = 2 + random.nextInt(100);
        var quotas = new ConcurrencyQuotas(limit, Map.of(), Map.of(function, provisioned, other, provisioned * 2));
        isInvalid(
                quotas,
                random.nextInt(provisioned),
                "for this function " + provisioned + " environments are provisioned, of which some could not be used");
        assertThat(quotas.reserve(function, provisioned).reservedFor(function))
                .as("a reservation of just what is provisioned for this function is allowed")
                .contains(provisioned);
    }

    @Checks(
            exercise = "8.1",
            points = 1,
            order = 7,
            hint =
                    "Environments are kept ready for functions with a reservation and for one without. Whose part does each take its room from?")
    void whatIsProvisionedForFunctionsWithoutAReservationIsNotLeft() {
        int provisioned = ConcurrencyQuotas.ALWAYS_UNRESERVED + 2 + random.nextInt(100);
        int left = ConcurrencyQuotas.ALWAYS_UNRESERVED
                + 1
                + random.nextInt(provisioned - ConcurrencyQuotas.ALWAYS_UNRESERVED - 1);
        int reserved = limit - provisioned - left;
        var covered = new ConcurrencyQuotas(
                limit, Map.of(other, provisioned), Map.of(other, provisioned, function, provisioned));
        assertThatCode(() -> covered.reserve(function, reserved))
                .as(
                        "%d may be reserved: that leaves %d, and of these no environment takes any, since it is kept ready for a function with a reservation",
                        reserved, left)
                .doesNotThrowAnyException();
        isInvalid(
                new ConcurrencyQuotas(limit, Map.of(), Map.of(other, provisioned)),
                limit - left,
                "of " + left + " that it leaves, " + provisioned
                        + " are taken by environments that are kept ready for another function");
    }

    private void isInvalid(ConcurrencyQuotas quotas, int concurrency, String why) {
        Throwable refusal = catchThrowable(() -> quotas.reserve(function, concurrency));
        assertThat(refusal)
                .as("a reservation of %d is refused with a RegistryException: %s", concurrency, why)
                .isInstanceOf(RegistryException.class);
        assertThat(((RegistryException) refusal).kind())
                .as("what is refused is a value that makes no sense here")
                .isEqualTo(RegistryException.Kind.INVALID_PARAMETER_VALUE);
    }
}
