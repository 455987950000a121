package minifaas.shop;

import static org.assertj.core.api.Assertions.assertThat;

import minifaas.course.lab.Checks;
import minifaas.course.lab.Seed;

/** Does what a graded test may do. */
class Polite {
    private final int number = Seed.random("polite").nextInt(Shop.MOST);

    @Checks(exercise = "0.1", points = 1, order = 1, hint = "")
    void sellsWhatIsSweet() {
        assertThat(new Shop(number).offers(Shop.Taste.SWEET))
                .as("sweet things are sold")
                .extracting(Shop.Offer::taste)
                .containsOnly(Shop.Taste.SWEET);
    }
}
