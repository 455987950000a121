package broken.scaling;

import broken.aws.Edge;
import io.javalin.Javalin;

/** Breaks: only the outer packages know the web server; and a chapter uses earlier chapters only. */
public final class KnowsJavalin {
    Javalin server;
    Edge edge;
}
