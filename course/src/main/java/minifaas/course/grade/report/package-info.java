/** Writes results in the forms that a course's other tools read. */
package minifaas.course.grade.report;
