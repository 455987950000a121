package minifaas.course.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * Marks a graded test: it says which exercise it checks, and what that is worth.
 *
 * <p>The tests of an exercise are shown in the order of {@link #order}; of those that fail, the first one's hint is
 * what the student reads.
 */
@Test
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Checks {
    /** The exercise, such as 7.1. */
    String exercise();

    /** What passing it is worth, 1 or more. */
    int points();

    /** Its place among the tests of the exercise, from 1. */
    int order();

    /** Where to look when it fails: a question or a sentence about the concept, never the solution. */
    String hint();

    /** Why the test is there although it alone rejects no misconception; empty when it does. */
    String why() default "";
}
