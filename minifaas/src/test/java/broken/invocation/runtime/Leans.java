package broken.invocation.runtime;

import broken.invocation.Later;

/** Breaks: the Java runtime stands alone. */
public final class Leans {
    Later later;
}
