/** Works on Java source by ranges of its text: finds members, takes bodies out, puts them back, compares signatures. */
package minifaas.course.source;
