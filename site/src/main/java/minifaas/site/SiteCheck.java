package minifaas.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds what is broken in a folder of pages: links and anchors that lead nowhere, whatever a browser would load from
 * another host, and what {@link PageCheck} finds in each page.
 */
final class SiteCheck {
    /** What begins with a scheme or a host, and so lies elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|//).*");

    private static final Pattern LOADED_BY_STYLE = Pattern.compile("(?i)@import|url\\(\\s*['\"]?\\s*(https?:|//)");
    private static final Pattern LOADED_BY_DRAWING =
            Pattern.compile("(?i)<(image|use|script|style)\\b[^>]*href\\s*=\\s*['\"]\\s*(https?:|//)");

    private final Path folder;
    private final Map<Path, Document> pages = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SiteCheck(Path folder) {
        this.folder = folder;
    }

    /** A sentence for each; empty when all is well. */
    static List<String> problems(Path folder, Edition edition) throws IOException {
        var check = new SiteCheck(folder);
        for (Path file : check.files()) {
            if (file.toString().endsWith(".html")) check.pages.put(file, Jsoup.parse(Files.readString(file), ""));
            if (file.toString().endsWith(".css")) check.lookForForeignStyle(file, Files.readString(file));
            if (file.toString().endsWith(".svg")) check.lookAtDrawing(file, Files.readString(file));
        }
        for (Path page : check.pages.keySet().stream().sorted().toList()) {
            check.look(page);
            PageCheck.problems(check.pages.get(page), Files.size(page), edition)
                    .forEach(problem -> check.report(page, problem));
        }
        return check.problems;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void look(Path page) {
        Document document = pages.get(page);
        for (Element link : document.select("a[href]")) {
            String target = link.attr("href");
            if (!ELSEWHERE.matcher(target).matches()) follow(page, target);
        }
        for (Element loaded : document.select("link[href], [src], [srcset], object[data], [poster], use[href]")) {
            for (String attribute : List.of("href", "src", "srcset", "data", "poster")) {
                if (loaded.hasAttr(attribute)) load(page, loaded.attr(attribute));
            }
        }
        document.select("style").forEach(style -> lookForForeignStyle(page, style.data()));
        document.select("[style]").forEach(styled -> lookForForeignStyle(page, styled.attr("style")));
    }

    private void load(Path page, String target) {
        if (target.startsWith("data:")) return;
        if (ELSEWHERE.matcher(target).matches()) report(page, "loads from another host: " + target);
        else follow(page, target);
    }

    private void follow(Path page, String target) {
        URI uri = URI.create(target.replace(" ", "%20"));
        Path file = uri.getPath().isEmpty()
                ? page
                : page.resolveSibling(uri.getPath()).normalize();
        if (!Files.isRegularFile(file)) {
            report(page, "has a link to nothing: " + target);
        } else if (uri.getFragment() != null && !hasAnchor(file, uri.getFragment())) {
            report(page, "has a link to an anchor that is not there: " + target);
        }
    }

    private boolean hasAnchor(Path file, String id) {
        Document document = pages.get(file);
        return document != null && document.getElementById(id) != null;
    }

    private void lookAtDrawing(Path file, String drawing) {
        if (LOADED_BY_DRAWING.matcher(drawing).find()) report(file, "is a drawing that loads something");
        lookForForeignStyle(file, drawing);
    }

    private void lookForForeignStyle(Path file, String style) {
        if (LOADED_BY_STYLE.matcher(style).find()) report(file, "has a style that loads something");
    }

    private void report(Path file, String what) {
        problems.add(folder.relativize(file) + " " + what);
    }
}
