package org.khazana.storage.blocklog;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A real folder of the file system. */
record FolderDisk(Path folder) implements LogDisk {

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public LogFile create(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createFile(path);
        return new ChannelFile(path);
    }

    @Override
    public LogFile open(String name) throws IOException {
        return new ChannelFile(folder.resolve(name));
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
     * Readers have a channel of their own: Java closes a channel under the feet of a thread that is interrupted while
     * it reads. That must cost neither the writer its channel nor the next reader more than opening it again.
     */
    private static final class ChannelFile implements LogFile {
        private final Path path;
        private final FileChannel writing;
        private volatile FileChannel reading; // replaced when an interrupt closed it

        ChannelFile(Path path) throws IOException {
            this.path = path;
            this.writing = FileChannel.open(path, StandardOpenOption.WRITE);
            this.reading = FileChannel.open(path, StandardOpenOption.READ);
        }

        @Override
        public long size() throws IOException {
            return writing.size();
        }

        @Override
        public void read(ByteBuffer target, long position) throws IOException {
            FileChannel channel = openForReading();
            long from = position;
            while (target.hasRemaining()) {
                int count = channel.read(target, from);
                if (count < 0) {
                    throw new EOFException(path + " ends at " + from + ", " + target.remaining() + " bytes too early");
                }
                from += count;
            }
        }

        private FileChannel openForReading() throws IOException {
            FileChannel channel = reading;
            return channel.isOpen() ? channel : reopenForReading();
        }

        private synchronized FileChannel reopenForReading() throws IOException {
            if (!reading.isOpen() && writing.isOpen()) {
                reading = FileChannel.open(path, StandardOpenOption.READ);
            }
            return reading;
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            long to = position;
            while (source.hasRemaining()) {
                to += writing.write(source, to);
            }
        }

        @Override
        public void force() throws IOException {
            writing.force(false);
        }

        @Override
        public void close() throws IOException {
            writing.close();
            reading.close();
        }
    }
}
