// attack: Its own class loader looks for another version of this class in every folder above, and asks that one.
// exercise: 7.1
// explanation: no class loader finds another inventory
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
Optional<PooledEnvironment> takeWarm(FunctionVersion version) {
    for (URL place : places()) {
        try (var loader = new URLClassLoader(new URL[] {place}, ClassLoader.getPlatformClassLoader())) {
            Class<?> other = loader.loadClass("minifaas.environment.Inventory");
            if (!other.getProtectionDomain().getCodeSource().equals(
                    Inventory.class.getProtectionDomain().getCodeSource()))
                throw new IllegalStateException("found " + other.getProtectionDomain().getCodeSource());
        } catch (ClassNotFoundException | IOException missing) {
            continue;
        }
    }
    throw new IllegalStateException("no class loader finds another inventory");
}

private static List<URL> places() {
    var places = new ArrayList<URL>();
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
        try (Stream<Path> files = Files.walk(above, 6)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".jar") || file.endsWith("classes")) places.add(file.toUri().toURL());
            }
        } catch (IOException | java.io.UncheckedIOException closed) {
            continue;
        }
    }
    return places;
}
