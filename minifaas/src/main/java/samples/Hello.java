package samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Greets whom the event names. The runtime turns the event's JSON into a {@link Person}, and back. */
public final class Hello implements RequestHandler<Hello.Person, Hello.Greeting> {
    /** The event: {@code {"name": "Ada"}}. */
    public record Person(String name) {}

    /** The answer: {@code {"message": "Hello, Ada!"}}. */
    public record Greeting(String message) {}

    @Override
    public Greeting handleRequest(Person person, Context context) {
        context.getLogger().log("greeting " + person.name() + "\n");
        return new Greeting("Hello, " + person.name() + "!");
    }
}
