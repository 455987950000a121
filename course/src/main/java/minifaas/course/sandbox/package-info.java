/** Where the JVM with a student's classes runs while it is graded, and what keeps it from doing harm. */
package minifaas.course.sandbox;
