package minifaas.invocation.runtime;

import java.nio.file.Path;

/** Finds the runtime loops that are not in Java. */
final class RuntimeLoops {
    private RuntimeLoops() {}

    /** A loop's source file, as it stands in the resources. */
    static String file(String name) throws Exception {
        return Path.of(RuntimeLoops.class.getResource(name).toURI()).toString();
    }
}
