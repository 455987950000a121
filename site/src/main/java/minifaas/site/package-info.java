/** Turns the chapters into the pages that a student reads. */
package minifaas.site;
