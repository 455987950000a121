/**
 * The few helpers that all chapters share: the clock, threads, JSON, the database file, folders, and the guard that
 * keeps web pages out.
 */
package minifaas.kernel;
