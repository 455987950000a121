package minifaas.course.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import minifaas.course.jars.CourseJars;
import minifaas.course.jars.JarCopy;
import minifaas.course.syllabus.Syllabus;

/** A small course in a folder of its own: one lab, a class with two exercises, and a reference to compare with. */
public final class SampleCourse {
    /** The class as the reference has it. */
    public static final String REFERENCE = """
            package minifaas.sample;

            import java.util.List;

            /** Adds up prices. */
            public final class Till {
                /** The sum of all prices. */
                public static int sum(List<Integer> prices) {
                    return prices.stream().mapToInt(Integer::intValue).sum();
                }

                /** The sum, less a tenth when it is 100 or more. */
                public static int total(List<Integer> prices) {
                    int sum = sum(prices);
                    return sum < 100 ? sum : sum - sum / 10;
                }
            }
            """;

    /** The body of the first exercise. */
    public static final String SUM = "return prices.stream().mapToInt(Integer::intValue).sum();";

    /** What stands there in the starter. */
    public static final String NO_SUM = "throw new minifaas.kernel.NotWrittenYet(\"1.1\");";

    /** The class as a student gets it. */
    public static final String STARTER = REFERENCE
            .replace(SUM, NO_SUM)
            .replaceFirst("(?s)int sum = .*?sum / 10;", "throw new minifaas.kernel.NotWrittenYet(\"1.2\");");

    private static final String SYLLABUS = """
            chapters:
              - number: 1
                slug: sample
                title: A till
                package: sample
                sentence: It adds up.
                exercises:
                  - {id: "1.1", title: Add up, member: "minifaas.sample.Till#sum"}
                  - {id: "1.2", title: Give a discount, member: "minifaas.sample.Till#total", needs: ["1.1"]}
              - number: 2
                slug: later
                title: Later
                sentence: It has no lab.
            """;

    private static final String HINTS = """
            "1.1":
              - Look at each price once.
              - A stream of numbers has a sum.
            "1.2":
              - What is a tenth of 100?
            """;

    private static final String SUM_TEST = """
            package minifaas.sample;

            import static org.assertj.core.api.Assertions.assertThat;

            import java.util.List;
            import java.util.stream.IntStream;
            import minifaas.course.lab.Checks;
            import minifaas.course.lab.Seed;

            class SumTest {
                @Checks(exercise = "1.1", points = 3, order = 1, hint = "Is every price in the sum?")
                void everyPriceCounts() {
                    List<Integer> prices = Seed.random("everyPriceCounts").ints(3, 1, 30).boxed().toList();
                    int expected = prices.get(0) + prices.get(1) + prices.get(2);
                    assertThat(Till.sum(prices)).as("the sum of three prices has all of them in it").isEqualTo(expected);
                }

                @Checks(exercise = "1.1", points = 2, order = 2, hint = "What is the sum of nothing?")
                void nothingCostsNothing() {
                    assertThat(Till.sum(List.of())).as("an empty till holds 0").isZero();
                }
            }
            """;

    private static final String TOTAL_TEST = """
            package minifaas.sample;

            import static org.assertj.core.api.Assertions.assertThat;

            import java.util.List;
            import minifaas.course.lab.Checks;

            class TotalTest {
                @Checks(exercise = "1.2", points = 5, order = 1, hint = "From which sum on is there a discount?")
                void aHundredIsEnoughForADiscount() {
                    assertThat(Till.total(List.of(60, 40))).as("100 costs a tenth less").isEqualTo(90);
                }
            }
            """;

    private final Path home;

    private SampleCourse(Path home) {
        this.home = home;
    }

    /** Writes the course; the student has written nothing yet. */
    public static SampleCourse in(Path home) throws IOException {
        var course = new SampleCourse(home);
        course.write("chapters/syllabus.yaml", SYLLABUS);
        course.write("minifaas/src/main/java/minifaas/sample/Till.java", REFERENCE);
        course.write("labs/01-sample/hints.yaml", HINTS);
        course.write("labs/01-sample/src/test/java/minifaas/sample/SumTest.java", SUM_TEST);
        course.write("labs/01-sample/src/test/java/minifaas/sample/TotalTest.java", TOTAL_TEST);
        course.write(
                "solutions/01-sample/walkthrough.adoc",
                "= A till\n\nAdd them up:\n\n[source,java]\n----\ninclude::member:minifaas.sample.Till#sum[]\n----\n");
        course.student(STARTER);
        return course;
    }

    /** The folder of the course. */
    public Path home() {
        return home;
    }

    /** Its only lab. */
    public Lab lab() throws IOException {
        return new Lab(home, Syllabus.read(home).chapter(1).orElseThrow());
    }

    /** Where the student writes. */
    public Path till() {
        return home.resolve("labs/01-sample/src/main/java/minifaas/sample/Till.java");
    }

    /** Saves a version of the student's class. */
    public void student(String till) throws IOException {
        write(
                home.relativize(home.resolve("labs/01-sample/src/main/java/minifaas/sample/Till.java"))
                        .toString(),
                till);
    }

    /** Saves the reference with another body in the first exercise. */
    public void studentWithSum(String body) throws IOException {
        student(REFERENCE.replace(SUM, body));
    }

    /** Writes a file of the course. */
    public void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What the course runs with: a minifaas that has the reference in it. */
    public CourseJars jars() throws IOException {
        CourseJars real = CourseJars.ofThisJvm();
        Path reference = home.resolve("reference-classes");
        assertThat(LabCompiler.compile(
                        Lab.javaFiles(home.resolve("minifaas/src/main/java")), List.of(real.minifaas()), reference))
                .isEmpty();
        Path jar = home.resolve("minifaas/target/minifaas.jar");
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (var copy = new JarCopy(jar, manifest)) {
            copy.add(reference, name -> true).add(real.minifaas(), name -> true).finish();
        }
        Path runtime = Files.createDirectories(jar.resolveSibling(CourseJars.JAVA_RUNTIME));
        for (Path each : real.javaRuntime())
            Files.copy(each, runtime.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return new CourseJars(jar, real.course(), real.libraries());
    }
}
