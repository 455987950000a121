package broken.invocation;

import broken.function.LooksAhead;

/** Uses an earlier chapter, as it may. */
public final class Later {
    LooksAhead earlier;
}
