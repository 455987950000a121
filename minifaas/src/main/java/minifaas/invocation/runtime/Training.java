package minifaas.invocation.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/**
 * A rehearsal of the Java runtime, so that the JVM can keep what it loads in an archive (class data sharing) and every
 * later start reads it from there.
 *
 * <p>It serves a few events to handlers of its own from a Runtime API of its own, then ends.
 */
public final class Training {
    private static final String EVENT = "{\"name\":\"you\",\"age\":42,\"tags\":[\"a\",\"b\"]}";
    private static final int EVENTS = 3;

    private Training() {}

    /** Rehearses; run it with the JVM flag that writes the archive. */
    public static void main(String[] args) throws Exception {
        new CalendarPreload().start();
        // the runtime's jar serves as the function's: its handlers are loaded the way a function's are
        File folder = new File(Training.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getParentFile();
        for (Class<?> handler : List.of(GreetPerson.class, EchoPlace.class, EchoMap.class, Failing.class)) {
            try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var serving = new Thread(() -> serve(server));
                serving.start();
                rehearse("127.0.0.1:" + server.getLocalPort(), folder, handler.getName());
                serving.join();
            }
        }
    }

    private static void rehearse(String address, File folder, String handler) throws IOException {
        try (var api = new HttpRuntimeApi(address)) {
            JavaRuntime.run(api, folder, handler);
        } catch (EOFException end) {
            // the server has no more events
        }
    }

    /** A Runtime API that hands out the same event a few times, whatever it is asked, and then hangs up. */
    private static void serve(ServerSocket server) {
        try (var connection = server.accept()) {
            var requests = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            String answer = "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: training\r\n"
                    + "Lambda-Runtime-Deadline-Ms: 0\r\nContent-Length: " + EVENT.length() + "\r\n\r\n" + EVENT;
            for (int i = 0; i < 2 * EVENTS; i++) { // each event is asked for and answered
                skipRequest(requests);
                connection.getOutputStream().write(answer.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the rehearsal failed", e);
        }
    }

    private static void skipRequest(BufferedReader requests) throws IOException {
        long length = 0;
        for (String line = requests.readLine(); !line.isEmpty(); line = requests.readLine()) {
            if (line.startsWith("Content-Length: ")) length = Long.parseLong(line.substring(16));
        }
        requests.skip(length);
    }

    /** An event or a response as a record. */
    public record Place(String city, double latitude) {}

    /** A response with a constructor and a getter. */
    public static class Greeting {
        private final String text;

        public Greeting(String text) {
            this.text = text;
        }

        public String getText() {
            return text;
        }
    }

    /** An event with getters and setters, as most functions have. */
    public static class Person {
        private String name;
        private int age;
        private List<String> tags;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    /** Reads and writes objects. */
    public static class GreetPerson implements RequestHandler<Person, Greeting> {
        @Override
        public Greeting handleRequest(Person person, Context context) {
            return new Greeting("hello " + person.getName());
        }
    }

    /** Reads and writes records. */
    public static class EchoPlace implements RequestHandler<Place, Place> {
        @Override
        public Place handleRequest(Place place, Context context) {
            return place;
        }
    }

    /** Reads and writes maps. */
    public static class EchoMap implements RequestHandler<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
            return event;
        }
    }

    /** Throws, so that reports of errors are rehearsed too. */
    public static class Failing implements RequestHandler<Map<String, Object>, String> {
        @Override
        public String handleRequest(Map<String, Object> event, Context context) {
            throw new IllegalStateException("rehearsed");
        }
    }
}
