package minifaas.shop;

import static org.assertj.core.api.Assertions.assertThat;

import minifaas.course.lab.LabRun;
import minifaas.course.lab.PlatformClient;

/** Does what no graded test may do: in each class one thing. */
class Nosy {
    static class ReadsAField {
        int look() {
            return new Shop(1).number;
        }
    }

    static class SetsAField {
        void look() {
            Shop.opened = 1;
        }
    }

    static class HoldsWhatNobodyCanSend {
        StringBuilder look() {
            return new Shop(1).till();
        }
    }

    static class HoldsItInARecord {
        Object look() {
            return new Shop(1).shelf();
        }
    }

    static class AsksForTheMethods {
        int look() {
            return Shop.class.getDeclaredMethods().length;
        }
    }

    static class ComparesFieldByField {
        void look() {
            assertThat(new Shop.Offer("jam", Shop.Taste.SOUR)).usingRecursiveComparison();
        }
    }

    static class WantsTheSameObject {
        void look() {
            assertThat(Shop.Taste.SOUR).isSameAs(Shop.Taste.SOUR);
        }
    }

    static class CallsThePlatform {
        Object look() {
            return new PlatformClient();
        }
    }

    static class RunsOtherTests {
        LabRun look() {
            return null;
        }
    }
}
