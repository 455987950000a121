package samples;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** The least that a function with objects can be, with plain old Java objects; the benchmark calls it. */
public final class Plain implements RequestHandler<Plain.Person, Plain.Greeting> {
    /** The event: {@code {"name": "Ada"}}. */
    public static final class Person {
        private String name;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    /** The answer: {@code {"message": "Hello, Ada!"}}. */
    public static final class Greeting {
        private final String message;

        public Greeting(String message) {
            this.message = message;
        }

        public String getMessage() {
            return message;
        }
    }

    @Override
    public Greeting handleRequest(Person person, Context context) {
        return new Greeting("Hello, " + person.getName() + "!");
    }
}
