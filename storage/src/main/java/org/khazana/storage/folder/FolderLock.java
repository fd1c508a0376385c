package org.khazana.storage.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.khazana.storage.DataFolderProblem;

/** The operating system's lock on a file in the folder; gone with the process, however it ends. Holds the process id. */
final class FolderLock implements AutoCloseable {
    private static final String NAME = "lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path path = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new DataFolderProblem("the data folder " + folder + " is in use by another node" + holder(path)
                        + "; stop that node first, or give this one a data folder of its own");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new FolderLock(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        String text = StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(content)).toString();
        return text.matches("[0-9]{1,10}") ? " (process " + text + ")" : "";
    }

    /** Lets another node have the folder. The file stays: removing it would let two nodes lock two files of one name. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
