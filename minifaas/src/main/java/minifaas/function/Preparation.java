package minifaas.function;

import java.io.IOException;

/**
 * Work that must be done, besides unpacking the code, before a version can serve invocations.
 *
 * <p>It runs on a thread of its own while the function's State is Pending or its LastUpdateStatus InProgress.
 */
@FunctionalInterface
public interface Preparation {
    /**
     * Makes a version ready; its code is unpacked already. May be called again for the same version, after a restart.
     *
     * @throws IOException when it cannot be made ready; the message becomes the reason that AWS's clients show
     */
    void prepare(FunctionVersion version) throws IOException;
}
