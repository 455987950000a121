package minifaas.course.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgeStubTest {
    @Test
    void everyMemberThatIsNotPrivateCallsTheWorkerAndWhatIsDataStays() {
        String stub = stub("""
                package minifaas.sample;

                import java.util.List;
                import java.util.Map;
                import java.util.Set;

                /** A shop. */
                public final class Shop extends Thread {
                    public static final int LIMIT = -(3 + 4);
                    static final List<String> NAMES = List.of("a");
                    private static final String SECRET = "no";

                    private int open;

                    enum Kind {
                        SMALL(1) {
                            int rooms() {
                                return 1;
                            }
                        },
                        LARGE(2);

                        private final int size;

                        Kind(int size) {
                            this.size = size;
                        }

                        int rooms() {
                            return size;
                        }
                    }

                    interface Guest {
                        void enter(Shop shop);
                    }

                    record Order(String item, int count) {
                        Order {
                            if (count < 1) throw new IllegalArgumentException(item);
                        }

                        Order(String item) {
                            this(item, 1);
                        }

                        @Override
                        public String item() {
                            return item.strip();
                        }

                        @Override
                        public boolean equals(Object other) {
                            return true;
                        }
                    }

                    private static class Till {}

                    Shop(String name) {
                        super(name);
                        open = 1;
                    }

                    Shop() {
                        this("none");
                    }

                    static <T extends Comparable<T>> T largest(List<? extends T> values, T[] more, String... names) {
                        return helper(values);
                    }

                    // counts
                    synchronized int open(Map.Entry<String, Order> order) throws InterruptedException {
                        return open++;
                    }

                    private static <T> T helper(List<? extends T> values) {
                        return values.get(0);
                    }

                    @Override
                    public boolean equals(Object other) {
                        return true;
                    }

                    void close() {}
                }
                """);
        assertThat(stub.replaceAll("\\s+", " ").replace("minifaas.course.judge.", ""))
                .isEqualTo("""
                package minifaas.sample;
                import java.util.List;
                import java.util.Map;
                @Stub()
                public final class Shop extends Thread {
                public static final int LIMIT = -(3 + 4);
                @Stub() enum Kind { SMALL, LARGE;
                int rooms() { return Remote.call(Kind.class, this, "rooms", new Class<?>[] {}, new Object[] {}); } }
                interface Guest { void enter(Shop shop); }
                @Stub() record Order(String item, int count) {
                Order(String item) { this(item, 1); }
                @Override public String item() {
                return Remote.call(Order.class, this, "item", new Class<?>[] {}, new Object[] {}); } }
                Shop(String name) { super(name);
                Remote.create(this, Shop.class, new Class<?>[] { String.class }, new Object[] { name }); }
                Shop() { Remote.create(this, Shop.class, new Class<?>[] {}, new Object[] {}); }
                static <T extends Comparable<T>> T largest(List<? extends T> values, T[] more, String... names) {
                return Remote.call(Shop.class, null, "largest",
                new Class<?>[] { List.class, Comparable[].class, String[].class },
                new Object[] { values, more, names }); }
                int open(Map.Entry<String, Order> order) throws InterruptedException {
                return Remote.call(Shop.class, this, "open", new Class<?>[] { Map.Entry.class }, new Object[] { order }); }
                void close() { Remote.call(Shop.class, this, "close", new Class<?>[] {}, new Object[] {}); }
                }
                """.replaceAll("\\s+", " "));
    }

    @Test
    void aClassOfStaticMethodsKeepsItsPrivateConstructor() {
        assertThat(stub("""
                package minifaas.sample;

                final class Sums {
                    private Sums() {
                        throw new AssertionError();
                    }

                    static int one() {
                        return 1;
                    }
                }
                """).replaceAll("\\s+", " "))
                .contains("private Sums() { }")
                .contains("static int one() { return minifaas");
    }

    @Test
    void aClassWithoutAConstructorGetsTheOneThatItHasByItself() {
        assertThat(stub("""
                package minifaas.sample;

                public class Counter {
                    static final class Inner {}
                }
                """).replaceAll("\\s+", " "))
                .contains("public Counter() { minifaas.course.judge.Remote.create(this, Counter.class,")
                .contains("{ Inner() { minifaas.course.judge.Remote.create(this, Inner.class,");
    }

    private static String stub(String reference) {
        return JudgeStub.of(JavaSource.of("Shop.java", reference)).text();
    }
}
