package a.b;

class Pool {
    /** Takes one. */
    int take() {
        return 1;
    }
}
