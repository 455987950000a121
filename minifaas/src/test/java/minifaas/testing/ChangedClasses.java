package minifaas.testing;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Loads minifaas and its tests anew, with one source file changed. */
public final class ChangedClasses extends URLClassLoader {
    private static final Path SOURCES = Path.of("src/main/java");

    private ChangedClasses(Path changed) throws IOException {
        super(urls(changed), ChangedClasses.class.getClassLoader());
    }

    /**
     * All of minifaas with another text in place of one that a source file must contain.
     *
     * @param source the file's path below the sources
     * @param scratch an empty folder of the test's
     */
    public static ChangedClasses replacing(String source, String text, String other, Path scratch) throws IOException {
        return new ChangedClasses(compile(source, text, other, scratch));
    }

    /** Compiles one source file with another text in it; answers the folder of its classes. */
    public static Path compile(String source, String text, String other, Path scratch) throws IOException {
        String original = Files.readString(SOURCES.resolve(source));
        if (!original.contains(text)) throw new AssertionError(source + " does not contain: " + text);
        Path changed = scratch.resolve("sources").resolve(source);
        Files.createDirectories(changed.getParent());
        Files.writeString(changed, original.replace(text, other));

        Path classes = Files.createDirectories(scratch.resolve("classes"));
        Javac.compile(changed, classes);
        return classes;
    }

    private static URL[] urls(Path changed) throws IOException {
        var urls = new ArrayList<URL>();
        urls.add(changed.toUri().toURL());
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null && name.startsWith("minifaas.")) loaded = findClass(name);
            return loaded != null ? loaded : super.loadClass(name, resolve);
        }
    }
}
