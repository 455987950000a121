package minifaas.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A deployment package: a zip that somebody sent, and that is not to be trusted.
 *
 * <p>It is read twice in the same way: once when it comes in, to refuse a bad one before anything is kept, and once to
 * unpack it. Sizes are counted while reading, since those that the zip declares can lie.
 *
 * <p>Source: "Lambda quotas", docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, 2026-11.
 */
final class Archive {
    static final int MOST_ZIPPED_BYTES = 52_428_800;
    static final long MOST_UNZIPPED_BYTES = 262_144_000;
    private static final int MOST_LINK_BYTES = 1024;

    private Archive() {}

    /** Where the contents go. Folders come first and links last. */
    interface Sink {
        void folder(String path) throws IOException;

        /** Takes a file with the permission bits of Unix; whoever calls this closes the stream. */
        OutputStream file(String path, int mode) throws IOException;

        void link(String path, String target) throws IOException;
    }

    /** In the order in which they are unpacked: nothing is written after there are links. */
    private enum Kind {
        FOLDER,
        FILE,
        LINK
    }

    private record Item(ZipArchiveEntry entry, String path, Kind kind, String target) {}

    /** Throws when the archive is too large, damaged, or would lead outside its folder. */
    static void check(byte[] zip) {
        try {
            read(zip, new Nowhere());
        } catch (RegistryException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) { // the library may throw anything on bytes that are no zip
            throw RegistryException.invalid(
                    "Could not unzip uploaded file. Please check your file, then try to upload again.");
        }
    }

    /**
     * Unpacks an archive that was checked into an empty folder.
     *
     * @throws IOException when the disk or the file system refuses, or the archive was damaged since
     */
    static void unpack(byte[] zip, Path folder) throws IOException {
        try {
            read(zip, new ArchiveFolder(folder));
        } catch (RuntimeException damaged) { // the library may throw anything on bytes that are no zip
            throw new IOException("the archive is damaged: " + damaged.getMessage(), damaged);
        }
    }

    private static void read(byte[] zip, Sink sink) throws IOException {
        if (zip.length == 0) throw empty();
        if (zip.length > MOST_ZIPPED_BYTES)
            throw new RegistryException(
                    RegistryException.Kind.REQUEST_TOO_LARGE,
                    "Zipped size must be smaller than " + MOST_ZIPPED_BYTES + " bytes");
        requireFewEntries(zip);
        try (var channel = new SeekableInMemoryByteChannel(zip);
                var file = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            List<Item> items = plan(file);
            if (items.isEmpty()) throw empty();
            write(file, items, sink);
        }
    }

    private static RegistryException empty() {
        return RegistryException.invalid("Uploaded file must be a non-empty zip");
    }

    /** Before the library makes an object for each entry: counts what looks like the head of one in the directory. */
    private static void requireFewEntries(byte[] zip) {
        int heads = 0;
        for (int i = 0; i + 3 < zip.length; i++)
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) heads++;
        if (heads > 2 * ArchiveTree.MOST_PATHS)
            throw RegistryException.invalid("Could not unzip uploaded file: it has too many entries.");
    }

    /** Puts every entry in its place, in memory only. */
    private static List<Item> plan(ZipFile file) throws IOException {
        var tree = new ArchiveTree();
        var items = new ArrayList<Item>();
        for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
            String name = entry.getName();
            if (entry.isUnixSymlink()) {
                String target = target(file, entry);
                items.add(new Item(entry, tree.addLink(name, target), Kind.LINK, target));
            } else if (entry.isDirectory()) {
                items.add(new Item(entry, tree.addFolder(name), Kind.FOLDER, ""));
            } else {
                requireFile(entry);
                items.add(new Item(entry, tree.addFile(name), Kind.FILE, ""));
            }
        }
        tree.checkLinks();
        items.sort(Comparator.comparing(Item::kind));
        return items;
    }

    private static void requireFile(ZipArchiveEntry entry) {
        int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
        if (type != 0 && type != UnixStat.FILE_FLAG)
            throw ArchiveTree.refused(entry.getName(), "is neither a file nor a folder nor a symbolic link");
        requireCommon(entry);
    }

    private static void requireCommon(ZipArchiveEntry entry) {
        boolean common = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        if (!common || entry.getGeneralPurposeBit().usesEncryption())
            throw ArchiveTree.refused(entry.getName(), "is encrypted, or compressed in an uncommon way");
    }

    private static String target(ZipFile file, ZipArchiveEntry link) throws IOException {
        requireCommon(link);
        try (InputStream in = file.getInputStream(link)) {
            byte[] target = in.readNBytes(MOST_LINK_BYTES + 1);
            if (target.length > MOST_LINK_BYTES)
                throw ArchiveTree.refused(link.getName(), "is a link that is too long");
            return new String(target, StandardCharsets.UTF_8);
        }
    }

    private static void write(ZipFile file, List<Item> items, Sink sink) throws IOException {
        long left = MOST_UNZIPPED_BYTES;
        var buffer = new byte[64 * 1024];
        for (Item item : items) {
            switch (item.kind()) {
                case FOLDER -> sink.folder(item.path());
                case FILE -> left -= copy(file, item, left, buffer, sink);
                case LINK -> sink.link(item.path(), item.target());
            }
        }
    }

    /** Copies one file and answers its size; the declared checksum must be right, as it is the only sign of damage. */
    private static long copy(ZipFile file, Item item, long most, byte[] buffer, Sink sink) throws IOException {
        var checksum = new CRC32();
        long size = 0;
        try (InputStream in = file.getInputStream(item.entry());
                OutputStream out = sink.file(item.path(), mode(item.entry()))) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                size += count;
                if (size > most)
                    throw RegistryException.invalid(
                            "Unzipped size must be smaller than " + MOST_UNZIPPED_BYTES + " bytes");
                checksum.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        if (checksum.getValue() != item.entry().getCrc()) throw new IOException(item.path() + " is damaged");
        return size;
    }

    /** Permission bits; those that a zip from a system without them lacks are what AWS gives. */
    private static int mode(ZipArchiveEntry entry) {
        int mode = entry.getUnixMode() & 0777;
        return mode == 0 ? 0644 : mode | 0400; // or else its owner, who copies it, could not read it
    }

    /** Takes everything and keeps nothing: for the check. */
    private static final class Nowhere implements Sink {
        @Override
        public void folder(String path) {}

        @Override
        public OutputStream file(String path, int mode) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void link(String path, String target) {}
    }
}
