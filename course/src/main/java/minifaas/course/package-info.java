/** The course machine: what turns minifaas into labs, a book and grades, all from one syllabus. */
package minifaas.course;
