/** The one list of the course: its chapters, objectives, exercises and misconceptions. */
package minifaas.course.syllabus;
