/** What crosses between the judge and a student's code: frames, values of declared types, handles, and conversations. */
package minifaas.course.wire;
