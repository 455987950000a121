package minifaas.shop;

import java.util.List;

/** A class as students write in. */
class Shop {
    static final int MOST = 3;
    static int opened;

    final int number;

    Shop(int number) {
        this.number = number;
    }

    /** Data in and out. */
    List<Offer> offers(Taste taste) {
        return List.of(new Offer("jam", taste));
    }

    /** Something that no other process can have. */
    StringBuilder till() {
        return new StringBuilder();
    }

    /** The same, hidden in a record. */
    Shelf shelf() {
        return new Shelf(till());
    }

    enum Taste {
        SWEET,
        SOUR
    }

    record Offer(String name, Taste taste) {}

    record Shelf(StringBuilder jars) {}
}
