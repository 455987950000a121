/** The Lambda API: its operations, read from HTTP, handed to the registry and the invoker, and answered as AWS does. */
package minifaas.aws.lambda;
