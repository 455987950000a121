/**
 * How many calls may run at once and how fast that may grow: limits, throttling, the scaling rate, and environments
 * that are started before anybody calls.
 */
package minifaas.scaling;
