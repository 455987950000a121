/** The course machine: what turns minifaas into labs and a book, all from one syllabus. */
package minifaas.course;
