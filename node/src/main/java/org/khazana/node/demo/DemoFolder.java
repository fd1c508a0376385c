package org.khazana.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where the demo's network lives. One that the demo chose itself is removed at the end, unless it is to be kept or the
 * story went wrong: then it holds the logs that tell why.
 */
public final class DemoFolder {
    private final Path path;
    private final boolean isRemovedAtTheEnd;
    private final AtomicBoolean endedWell = new AtomicBoolean();

    private DemoFolder(Path path, boolean isRemovedAtTheEnd) {
        this.path = path;
        this.isRemovedAtTheEnd = isRemovedAtTheEnd;
    }

    /**
     * The folder that the caller asked for, or a new one for temporary files.
     *
     * @param wanted absent or empty, and never removed
     */
    public static DemoFolder of(Optional<Path> wanted, boolean isKept) {
        try {
            return wanted.isPresent()
                    ? new DemoFolder(wanted.get().toAbsolutePath().normalize(), false)
                    : new DemoFolder(Files.createTempDirectory("khazana-demo-"), !isKept);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for temporary files", e);
        }
    }

    public Path path() {
        return path;
    }

    void storyHasEndedWell() {
        endedWell.set(true);
    }

    /** Removes the folder where that is due. Safe to call again. */
    void clear() {
        if (isRemovedAtTheEnd && endedWell.get() && Files.exists(path)) {
            try {
                Files.walkFileTree(path, new Removal());
            } catch (IOException e) {
                // Nothing of value is lost by leaving it: the folder for temporary files is cleared by the system.
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
