package minifaas.testing;

import java.util.List;
import java.util.stream.Stream;

/** What AWS shows of a function's version, in its recorded answers. */
public final class FunctionFields {
    /** The fields of a version in a list. */
    public static final List<String> IN_LISTS = List.of(
            "Architectures",
            "CodeSha256",
            "CodeSize",
            "Description",
            "EphemeralStorage",
            "FunctionArn",
            "FunctionName",
            "Handler",
            "LastModified",
            "LoggingConfig",
            "MemorySize",
            "PackageType",
            "RevisionId",
            "Role",
            "Runtime",
            "SnapStart",
            "Timeout",
            "TracingConfig",
            "Version");

    private FunctionFields() {}

    /** The fields in lists, and more. */
    public static List<String> inListsAnd(String... more) {
        return Stream.concat(IN_LISTS.stream(), Stream.of(more)).toList();
    }
}
