/** What students get of the course: a repository with the labs, the book and minifaas, without the answers. */
package minifaas.course.handout;
