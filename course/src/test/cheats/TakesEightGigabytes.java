// attack: Takes 8 GB of memory, in the heap and beside it.
// exercise: 7.1
// explanation: it used more than 512 MiB of memory
import java.nio.ByteBuffer;
private static final List<Object> TAKEN = new ArrayList<>();

Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (int megabytes = 0; megabytes < 8 * 1024; megabytes++) {
        try {
            TAKEN.add(megabytes % 2 == 0 ? ByteBuffer.allocateDirect(1 << 20) : new byte[1 << 20]);
        } catch (OutOfMemoryError full) {
            continue;
        }
    }
    return null;
}
