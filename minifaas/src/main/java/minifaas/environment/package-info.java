/**
 * Environments that outlive a call: kept warm, frozen between invocations, reused, and let go when nobody calls.
 */
package minifaas.environment;
