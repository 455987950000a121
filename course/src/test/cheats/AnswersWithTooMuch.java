// attack: Answers with more than the judge's memory holds, were it read at once.
// exercise: 7.4
// explanation: cannot cross
import java.util.Collections;
List<PooledEnvironment> toMakeRoomFor(int memoryMiB) {
    return Collections.nCopies(1_000_000, all.values().iterator().next());
}
