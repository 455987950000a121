import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;

/** Tries to reach places, and says which it did; its property {@code places} is such as {@code 192.0.2.1:80,...}. */
public class Network {
    public static void main(String[] arguments) throws Exception {
        for (String place : System.getProperty("places").split(",")) {
            String[] parts = place.split(":");
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), 1000);
                System.out.println("reached " + place);
            } catch (java.net.SocketTimeoutException noAnswer) {
                System.out.println("no answer from " + place);
            } catch (java.io.IOException refused) {
                System.out.println("no way to " + place);
            }
        }
        NetworkInterface.networkInterfaces().forEach(each -> System.out.println("interface " + each.getName()));
    }
}
