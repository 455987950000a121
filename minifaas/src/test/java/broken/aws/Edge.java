package broken.aws;

/** An outer class, which no chapter may know. */
public final class Edge {}
