package minifaas.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The compiler of the running JDK, for what a test makes from source. */
public final class Javac {
    private Javac() {}

    /**
     * Compiles one file with the test's class path.
     *
     * @param out the folder for its classes, where those that it uses may be already
     * @throws AssertionError when it does not compile
     */
    public static void compile(Path source, Path out) throws IOException {
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + out;
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-nowarn",
                        "--release",
                        "17",
                        "-cp",
                        classPath,
                        "-d",
                        out.toString(),
                        source.toString());
        if (status != 0) throw new AssertionError("this does not compile:\n" + Files.readString(source));
    }
}
