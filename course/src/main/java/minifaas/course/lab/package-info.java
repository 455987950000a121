/** Labs: what students write, the tests that judge it, and what they see of that. */
package minifaas.course.lab;
