/** The chapters' text: what it includes of the code, what it shows a reader do, and the facts that it has to teach. */
package minifaas.course.text;
