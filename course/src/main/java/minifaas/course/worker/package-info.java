/** The JVM with a student's classes while they are graded: it answers calls, and knows no tests. */
package minifaas.course.worker;
