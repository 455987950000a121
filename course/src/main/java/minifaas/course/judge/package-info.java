/** Grading: the tests run in a judge, which calls a student's classes in another JVM and believes nothing it hears. */
package minifaas.course.judge;
