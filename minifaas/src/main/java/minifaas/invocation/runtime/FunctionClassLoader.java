package minifaas.invocation.runtime;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Loads the function's classes: from its class folder, the jars beside it and those in {@code lib/}.
 *
 * <p>A function sees the JDK, aws-lambda-java-core (the interfaces that both sides speak) and its own code. It does not
 * see the runtime's classes, so it may bring any version of any library. AWS's events library is the function's own,
 * although its package lies below core's: packages are compared whole.
 */
final class FunctionClassLoader extends URLClassLoader {
    private static final Set<String> SHARED_PACKAGES =
            Set.of("com.amazonaws.services.lambda.runtime", "com.amazonaws.services.lambda.runtime.logging");

    static {
        registerAsParallelCapable();
    }

    FunctionClassLoader(File taskRoot) {
        super(classPath(taskRoot), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && SHARED_PACKAGES.contains(name.substring(0, dot))) {
            return FunctionClassLoader.class.getClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] classPath(File taskRoot) {
        var urls = new ArrayList<URL>();
        urls.add(url(taskRoot));
        addJars(taskRoot, urls);
        addJars(new File(taskRoot, "lib"), urls);
        return urls.toArray(new URL[0]);
    }

    private static void addJars(File folder, List<URL> urls) {
        String[] names = folder.list();
        if (names == null) return;
        Arrays.sort(names); // the same order on every machine, as on AWS
        for (String name : names) {
            if (name.endsWith(".jar")) urls.add(url(new File(folder, name)));
        }
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("no URL for " + file, impossible);
        }
    }
}
