/** minifaas with the student's classes in it. */
package minifaas.course.mine;
