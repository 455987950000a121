/** The student's commands. */
package minifaas.course.cli;
