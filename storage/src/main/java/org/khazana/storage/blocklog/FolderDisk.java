package org.khazana.storage.blocklog;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real folder of the file system. */
final class FolderDisk implements LogDisk {
    private static final int READ_CHANNELS_MAX = 64;

    private final Path folder;
    private final ReadChannels reading = new ReadChannels(READ_CHANNELS_MAX);

    FolderDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public LogFile create(String name) throws IOException {
        Files.createFile(folder.resolve(name));
        return open(name);
    }

    @Override
    public LogFile open(String name) throws IOException {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new ChannelFile(path, reading);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Override
    public void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    /**
     * Readers have channels of their own: Java closes a channel under the feet of a thread that is interrupted while
     * it reads. That must cost neither the writer its channel nor the next reader more than opening it again.
     */
    private static final class ChannelFile implements LogFile {
        private final Path path;
        private final ReadChannels reading;
        private @Nullable FileChannel writing; // open while something may still be written; of the writing thread
        private volatile boolean closed; // once set it stays

        ChannelFile(Path path, ReadChannels reading) {
            this.path = path;
            this.reading = reading;
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            int start = target.position();
            while (true) {
                try {
                    fill(target, position);
                    return;
                } catch (ClosedByInterruptException interrupted) {
                    throw interrupted;
                } catch (ClosedChannelException closedForAnother) {
                    target.position(start);
                }
            }
        }

        private void fill(ByteBuffer target, long position) throws IOException {
            if (closed) {
                throw new IOException(path + " is closed");
            }
            FileChannel channel = reading.channel(path);
            long from = position;
            while (target.hasRemaining()) {
                int count = channel.read(target, from);
                if (count < 0) {
                    throw new EOFException(path + " ends at " + from + ", " + target.remaining() + " bytes too early");
                }
                from += count;
            }
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            FileChannel channel = channelForWriting();
            long to = position;
            while (source.hasRemaining()) {
                to += channel.write(source, to);
            }
        }

        @Override
        public void force() throws IOException {
            channelForWriting().force(false);
        }

        private FileChannel channelForWriting() throws IOException {
            FileChannel channel = writing;
            if (channel == null) {
                channel = FileChannel.open(path, StandardOpenOption.WRITE);
                writing = channel;
            }
            return channel;
        }

        @Override
        public void seal() throws IOException {
            FileChannel channel = writing;
            if (channel != null) {
                channel.close();
                writing = null;
            }
        }

        @Override
        public void close() throws IOException {
            closed = true;
            seal();
            reading.close(path);
        }
    }
}
