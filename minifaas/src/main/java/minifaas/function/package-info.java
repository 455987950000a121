/** The registry: what a function is (code, configuration, versions, aliases) and where it is kept. */
package minifaas.function;
