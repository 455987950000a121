package broken.scaling;

/** Breaks: nothing is named Utils. */
public final class StringUtils {}
