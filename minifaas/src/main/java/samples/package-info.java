/**
 * Two functions to start with, which {@code faas demo} deploys. They know AWS Lambda's interfaces and nothing of
 * minifaas.
 */
package samples;
