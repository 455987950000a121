package broken.function;

import broken.invocation.Later;

/** Breaks: a chapter uses earlier chapters only; and, with {@link Later}, closes a cycle. */
public final class LooksAhead {
    Later later;
}
