import java.io.BufferedReader;
import java.io.InputStreamReader;

/** Answers each line. */
public class Echo {
    public static void main(String[] arguments) throws Exception {
        var input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) System.out.println("echo: " + line);
    }
}
