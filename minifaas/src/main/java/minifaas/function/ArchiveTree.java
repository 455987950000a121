package minifaas.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders, files and symbolic links of an archive as they would lie on the disk, built in memory first: so an
 * archive that would write or lead outside its task root is refused before anything is written.
 *
 * <p>Nothing may lie below a link, so the order of the entries does not matter; and each link is followed to its end,
 * link by link, as the operating system would.
 */
final class ArchiveTree {
    /** Of folders, files and links together. */
    static final int MOST_PATHS = 200_000;

    private static final int MOST_LINKS = 10_000;
    private static final int MOST_PATH_CHARACTERS = 1024;
    private static final int MOST_HOPS = 40; // as Linux

    private final Node root = new Node(null, "");
    private final List<Node> links = new ArrayList<>();
    private int paths;

    private static final class Node {
        final Node parent; // null at the root
        final String path;
        final Map<String, Node> children = new HashMap<>();
        boolean isFolder = true;
        String target; // of a link, else null

        Node(Node parent, String path) {
            this.parent = parent;
            this.path = path;
        }
    }

    /** Adds a folder, which may be there already, and answers its path: relative, with {@code /}, empty for the root. */
    String addFolder(String name) {
        return folder(segments(name), name).path;
    }

    /** Adds a file and answers its path. */
    String addFile(String name) {
        Node file = leaf(name);
        file.isFolder = false;
        return file.path;
    }

    /** Adds a symbolic link and answers its path. */
    String addLink(String name, String target) {
        if (target.isEmpty() || isForeign(target))
            throw refused(name, "is a link to '" + target + "', which is not a relative path");
        Node link = leaf(name);
        link.isFolder = false;
        link.target = target;
        links.add(link);
        if (links.size() > MOST_LINKS) throw refused(name, "is one link too many: at most " + MOST_LINKS);
        return link.path;
    }

    /** Throws when a link leads out of the task root, or nowhere because links lead to each other in a circle. */
    void checkLinks() {
        links.forEach(this::follow);
    }

    private void follow(Node link) {
        Deque<String> ahead = new ArrayDeque<>(parts(link.target));
        Node at = link.parent;
        boolean isKnown = true;
        int hops = 1;
        while (!ahead.isEmpty()) {
            String part = ahead.pop();
            if (part.equals("..")) {
                at = at.parent;
                // below what is not in the archive nobody knows where ".." leads: a file system that takes B for b
                // would find the link b there
                if (at == null || !isKnown) throw refused(link.path, "is a link that leads outside the task root");
                continue;
            }
            Node next = at.children.get(part);
            isKnown &= next != null;
            if (next == null) next = new Node(at, ""); // it may be made at run time
            if (next.target == null) {
                at = next;
                continue;
            }
            if (++hops > MOST_HOPS) throw refused(link.path, "is a link that leads in a circle");
            List<String> detour = parts(next.target);
            for (int i = detour.size() - 1; i >= 0; i--) ahead.push(detour.get(i));
        }
    }

    private Node leaf(String name) {
        List<String> segments = segments(name);
        if (segments.isEmpty()) throw refused(name, "has no name");
        String last = segments.get(segments.size() - 1);
        Node folder = folder(segments.subList(0, segments.size() - 1), name);
        if (folder.children.containsKey(last)) throw refused(name, "is there twice");
        return child(folder, last);
    }

    private Node folder(List<String> segments, String name) {
        Node at = root;
        for (String segment : segments) {
            Node next = at.children.get(segment);
            if (next == null) next = child(at, segment);
            if (!next.isFolder) throw refused(name, "lies below '" + next.path + "', which is not a folder");
            at = next;
        }
        return at;
    }

    private Node child(Node folder, String name) {
        String path = folder.path.isEmpty() ? name : folder.path + "/" + name;
        if (++paths > MOST_PATHS) throw refused(path, "is one file or folder too many: at most " + MOST_PATHS);
        Node child = new Node(folder, path);
        folder.children.put(name, child);
        return child;
    }

    private static List<String> segments(String name) {
        if (isForeign(name)) throw refused(name, "has a name that is not a relative path with '/'");
        List<String> parts = parts(name);
        if (parts.contains("..")) throw refused(name, "has a name with '..', which could lead outside the task root");
        return parts;
    }

    private static boolean isForeign(String path) {
        return path.length() > MOST_PATH_CHARACTERS
                || path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || path.matches("(?s)[A-Za-z]:.*"); // a drive of Windows
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    static RegistryException refused(String name, String why) {
        String shown = name.length() > 200 ? name.substring(0, 200) + "…" : name;
        return RegistryException.invalid(
                "Could not unzip uploaded file: the entry '" + shown.replace('\0', '?') + "' " + why + ".");
    }
}
