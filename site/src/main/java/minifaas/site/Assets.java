package minifaas.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The files beside the pages: the style, the scripts, the search library and the drawings. */
final class Assets {
    static final String STYLE = "style.css";
    static final String THEME = "theme.js";
    static final String PAGE = "page.js";
    static final String SEARCH = "search.js";
    static final String LUNR = "lunr.js";

    private static final String IMAGES = "images";

    private static final String LUNR_IN_ITS_JAR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.min.js";

    private Assets() {}

    static void copy(Path out) throws IOException {
        for (String name : List.of(STYLE, THEME, PAGE, SEARCH)) copy(name, out.resolve(name));
        copy(LUNR_IN_ITS_JAR, out.resolve(LUNR));
    }

    /** Copies the drawings that were made for pages. */
    static void copyImages(Path from, Path out) throws IOException {
        Path images = from.resolve(IMAGES);
        if (!Files.isDirectory(images)) return;
        Path copies = Files.createDirectories(out.resolve(IMAGES));
        try (Stream<Path> files = Files.list(images)) {
            for (Path each : files.toList()) Files.copy(each, copies.resolve(each.getFileName()));
        }
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream content = Assets.class.getResourceAsStream(resource)) {
            if (content == null) throw new FileNotFoundException(resource + " is not in the program");
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
