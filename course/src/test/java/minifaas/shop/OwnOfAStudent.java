package minifaas.shop;

/** An exception that is named like minifaas's own, and is none of them. */
public final class OwnOfAStudent extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OwnOfAStudent(String message) {
        super(message);
    }
}
