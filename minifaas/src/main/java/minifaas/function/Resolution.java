package minifaas.function;

/**
 * What an invocation runs.
 *
 * @param version with the code and settings that serve at this moment
 * @param invokedArn the ARN that the caller used, with its qualifier when there was one
 */
public record Resolution(FunctionVersion version, String invokedArn) {}
