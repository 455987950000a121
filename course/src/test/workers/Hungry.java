import java.nio.ByteBuffer;
import java.util.ArrayList;

/** Takes as much memory as the JVM gives, in the heap and beside it. */
public class Hungry {
    static final int MIB = 1024 * 1024;

    public static void main(String[] arguments) throws Exception {
        var taken = new ArrayList<Object>();
        long most = Runtime.getRuntime().maxMemory() / MIB * 9 / 10;
        for (long taking = 0; taking < most; taking++) taken.add(ByteBuffer.allocateDirect(MIB));
        for (long taking = 0; taking < most; taking++) taken.add(new byte[MIB]);
        System.out.println("took " + taken.size());
        Thread.sleep(Long.MAX_VALUE);
    }
}
