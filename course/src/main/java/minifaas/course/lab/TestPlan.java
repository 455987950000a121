package minifaas.course.lab;

import java.util.List;
import java.util.Set;

/**
 * What a JVM is to do with the tests of a lab.
 *
 * @param testClasses names of the classes that hold them
 * @param endToEnd whether the end-to-end tests are meant, instead of the graded ones
 * @param discoverOnly whether they are to be found and not run
 * @param done ids of tests that are not to run again
 * @param shuffle seed of a random order; none for the usual order
 * @param limitSeconds after which JUnit gives a test up; 0 when somebody else watches
 */
public record TestPlan(
        List<String> testClasses,
        boolean endToEnd,
        boolean discoverOnly,
        Set<String> done,
        Long shuffle,
        int limitSeconds) {
    /** The plan without the tests that ended already. */
    public TestPlan without(Set<String> ended) {
        return new TestPlan(testClasses, endToEnd, discoverOnly, Set.copyOf(ended), shuffle, limitSeconds);
    }
}
