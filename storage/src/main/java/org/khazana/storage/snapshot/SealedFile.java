package org.khazana.storage.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;

/** Bytes as a file, with their hash behind them: there completely or not at all, whenever the machine stops. */
final class SealedFile {
    private SealedFile() {}

    static void write(Path path, SnapshotManifest manifest) throws IOException {
        write(path, ManifestCodec.encode(manifest));
    }

    static void write(Path path, byte[] bytes) throws IOException {
        byte[] seal = Domain.SNAPSHOT_MANIFEST.hash(bytes).toBytes();
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.allocate(bytes.length + seal.length)
                    .put(bytes)
                    .put(seal)
                    .flip();
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        syncFolderOf(path);
    }

    /** Reads what {@link #write} wrote; {@link MalformedSnapshot} if it is anything else. */
    static SnapshotManifest read(Path path) throws IOException, MalformedSnapshot {
        return ManifestCodec.decode(read(path, ManifestCodec.BYTES_MAX));
    }

    static byte[] read(Path path, int bytesMax) throws IOException, MalformedSnapshot {
        if (!Files.exists(path)) {
            throw new MalformedSnapshot("there is no file " + path);
        }
        if (Files.size(path) > bytesMax + Hash.BYTES || Files.size(path) < Hash.BYTES) {
            throw new MalformedSnapshot("a file of " + Files.size(path) + " bytes");
        }
        byte[] content = Files.readAllBytes(path);
        byte[] bytes = Arrays.copyOf(content, content.length - Hash.BYTES);
        Hash seal = Hash.of(Arrays.copyOfRange(content, bytes.length, content.length));
        if (!Domain.SNAPSHOT_MANIFEST.hash(bytes).equals(seal)) {
            throw new MalformedSnapshot("its check sum is wrong");
        }
        return bytes;
    }

    /** Deletes a file or a folder with all that is in it, if it is there; durable after the folder is synced. */
    static void deleteAll(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(path)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }

    static void syncFolderOf(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
