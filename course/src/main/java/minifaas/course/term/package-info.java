/** One run of the course: what its instructor decides once a term. */
package minifaas.course.term;
