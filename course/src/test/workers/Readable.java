import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which of the places in its property {@code places} it can read and write. */
public class Readable {
    public static void main(String[] arguments) {
        for (String name : System.getProperty("places").split(",")) {
            Path place = Path.of(name);
            try {
                if (Files.isDirectory(place)) Files.list(place).close();
                else Files.readAllBytes(place);
                System.out.println("read " + place);
            } catch (IOException closed) {
                System.out.println("can't read " + place);
            }
            try {
                if (Files.isDirectory(place)) Files.writeString(place.resolve("written-by-a-worker"), "");
                else Files.writeString(place, "overwritten by a worker");
                System.out.println("wrote " + place);
            } catch (IOException closed) {
                System.out.println("can't write " + place);
            }
        }
    }
}
