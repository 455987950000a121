package minifaas.course.lab;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a lab's classes beside those that this JVM runs with: its own places come first, so that a class of the lab is
 * found before minifaas's one of the same name. What the tests share with JUnit's launcher comes from this JVM.
 */
final class LabClassLoader extends URLClassLoader {
    private static final String SEED = Seed.class.getName();

    static {
        registerAsParallelCapable();
    }

    private LabClassLoader(URL[] places) {
        super("lab", places, LabClassLoader.class.getClassLoader());
    }

    /** A loader with a seed of its own for the tests' inputs. */
    static LabClassLoader of(List<Path> classPath, long seed) throws IOException {
        var places = new URL[classPath.size()];
        for (int i = 0; i < places.length; i++)
            places[i] = classPath.get(i).toUri().toURL();
        var loader = new LabClassLoader(places);
        loader.sow(seed);
        return loader;
    }

    /** The class reads the seed once, when it is initialised, which therefore happens under this value. */
    private void sow(long seed) {
        synchronized (LabClassLoader.class) {
            String before = System.getProperty(Seed.PROPERTY);
            System.setProperty(Seed.PROPERTY, Long.toString(seed));
            try {
                Class.forName(SEED, true, this);
            } catch (ClassNotFoundException bug) {
                throw new IllegalStateException(bug);
            } finally {
                if (before == null) System.clearProperty(Seed.PROPERTY);
                else System.setProperty(Seed.PROPERTY, before);
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) loaded = isShared(name) ? null : findFirst(name);
            if (loaded == null) return super.loadClass(name, resolve);
            if (resolve) resolveClass(loaded);
            return loaded;
        }
    }

    private static boolean isShared(String name) {
        return name.startsWith("java.") || name.startsWith("org.junit.") || name.equals(Checks.class.getName());
    }

    /** The class from this loader's places; none when it is in none of them. */
    private Class<?> findFirst(String name) {
        if (name.equals(SEED)) return ownSeed();
        try {
            return findClass(name);
        } catch (ClassNotFoundException elsewhere) {
            return null;
        }
    }

    private Class<?> ownSeed() {
        try (InputStream file = Seed.class.getResourceAsStream("Seed.class")) {
            byte[] code = file.readAllBytes();
            return defineClass(SEED, code, 0, code.length);
        } catch (IOException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
