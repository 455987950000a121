package minifaas.function;

import java.util.Optional;

/**
 * What AWS shows of one version of a function (FunctionConfiguration,
 * docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html, 2026-11).
 *
 * @param version code and settings
 * @param revisionId changes with every change of what is shown
 * @param state whether it can be invoked
 * @param lastUpdate how far the last change has come; empty while the version is being created
 * @param arn in the form in which the caller asked: with a version or alias, or without
 */
public record FunctionView(
        FunctionVersion version, String revisionId, State state, Optional<LastUpdate> lastUpdate, String arn) {}
