/** Grades what students hand in: takes it in, has it judged, and keeps one result for each submission. */
package minifaas.course.grade;
