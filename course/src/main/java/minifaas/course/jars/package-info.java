/** The jars of minifaas and of the course machine, from which class paths for students' classes are made. */
package minifaas.course.jars;
