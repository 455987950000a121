// attack: Asks the class path for a second version of its own class, which would be the reference.
// exercise: 7.1
// explanation: of this class there are 1
import java.io.IOException;
import java.util.Collections;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    try {
        var found = Collections.list(
                Inventory.class.getClassLoader().getResources("minifaas/environment/Inventory.class"));
        throw new IllegalStateException("of this class there are " + found.size());
    } catch (IOException failure) {
        throw new IllegalStateException(failure);
    }
}
