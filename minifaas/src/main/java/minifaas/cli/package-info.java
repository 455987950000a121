/** The commands: what {@code ./faas} can do beside what the AWS CLI does. */
package minifaas.cli;
