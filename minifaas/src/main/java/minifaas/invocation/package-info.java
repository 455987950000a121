/**
 * One call of a function, from start to end: the invoker, the sandbox that runs the code, and the Runtime API between
 * them. Every call is cold here.
 */
package minifaas.invocation;
