/**
 * The few helpers that all chapters share: the clock, a simulated one too, threads, steps that do not depend on each other,
 * JSON, the database file, folders, the guard that keeps web pages out, and what an exercise throws before it is written.
 */
package minifaas.kernel;
