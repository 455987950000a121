/**
 * Events that nobody waits for: accepted when they are stored, delivered later, tried again when that fails, and handed
 * to a destination at the end.
 */
package minifaas.async;
