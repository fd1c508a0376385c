package org.khazana.node.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.khazana.config.check.ClusterFolder;
import org.khazana.config.generate.ClusterRequest;
import org.khazana.node.assembly.NewNetwork;

/** A new folder for what is measured; it is removed at the end, whatever has happened, unless it is to be kept. */
public final class BenchFolder {
    private static final String PREFIX = "khazana-bench-";
    private static final int ANY_FREE_PORT = 0;

    private final Path path;
    private final boolean isKept;

    private BenchFolder(Path path, boolean isKept) {
        this.path = path;
        this.isKept = isKept;
    }

    /**
     * Makes a folder with a name of its own.
     *
     * @param parent where; the folder for temporary files if it is not said
     * @throws UncheckedIOException if it cannot be made
     */
    public static BenchFolder in(Optional<Path> parent, boolean isKept) {
        try {
            Path made = parent.isPresent()
                    ? Files.createTempDirectory(parent.get().toAbsolutePath(), PREFIX)
                    : Files.createTempDirectory(PREFIX);
            return new BenchFolder(made, isKept);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make a folder" + parent.map(each -> " in " + each).orElse(""), e);
        }
    }

    public Path path() {
        return path;
    }

    /** Founds a network of so many validators in it. */
    ClusterFolder found(int validators) {
        return NewNetwork.found(new ClusterRequest(
                validators,
                path.resolve("network"),
                "khazana-bench",
                ANY_FREE_PORT,
                ANY_FREE_PORT,
                List.of(),
                Instant.now()));
    }

    /** What it lies on, such as {@code ext4}. */
    String fileSystem() {
        try {
            return Files.getFileStore(path).type();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Length of all files below {@code folder}; those that go away meanwhile count as far as they were seen. */
    static long bytesIn(Path folder) {
        AtomicLong bytes = new AtomicLong();
        walk(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }

    /**
     * Removes it, unless it is to be kept. Ctrl-C and a failure may do so at the same time: what another one has removed
     * meanwhile is not missed, so that it is gone whoever returns first.
     */
    void clear() {
        if (!isKept) {
            walk(path, new Removal());
        }
    }

    private static void walk(Path folder, SimpleFileVisitor<Path> visitor) {
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            // What cannot be looked at is not counted; what cannot be removed, the system removes some day.
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
