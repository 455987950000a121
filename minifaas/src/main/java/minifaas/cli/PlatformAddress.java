package minifaas.cli;

import picocli.CommandLine.Option;

/** Where a command finds the platform that it asks. */
final class PlatformAddress {
    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "${env:AWS_ENDPOINT_URL:-http://localhost:4566}",
            description = "where the platform listens ($$AWS_ENDPOINT_URL, or http://localhost:4566)")
    private String endpoint;

    /** A client that means the same functions as AWS's own tools in this shell. */
    LambdaClient client() {
        return LambdaClient.inShell(endpoint.replaceFirst("/+$", ""), System.getenv());
    }
}
