package org.khazana.storage.slots;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes behind the two slots. Tests put a disk behind it that crashes between any two steps. */
public interface SlotDisk extends Closeable {

    /** The whole file. */
    ByteBuffer readAll() throws IOException;

    void write(ByteBuffer source, int position) throws IOException;

    /** Returns when everything written before is on stable storage. */
    void force() throws IOException;

    /** The real file. */
    static SlotDisk open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new SlotDisk() {
            @Override
            public ByteBuffer readAll() throws IOException {
                ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 16));
                while (bytes.hasRemaining()) {
                    if (channel.read(bytes, bytes.position()) < 0) {
                        throw new EOFException(path + " became shorter while it was read");
                    }
                }
                return bytes.rewind();
            }

            @Override
            public void write(ByteBuffer source, int position) throws IOException {
                int to = position;
                while (source.hasRemaining()) {
                    to += channel.write(source, to);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
