package org.khazana.storage.blocklog;

import java.nio.ByteBuffer;

/**
 * The records of one batch on their way to the file: one direct buffer, used again for every batch, so that a batch is
 * one write without a copy by the JDK. Used by the one thread that writes the log.
 */
final class BatchBuffer {
    private static final int INITIAL_BYTES = 1 << 18;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(INITIAL_BYTES); // replaced by a larger one when needed

    void add(LogRecord logRecord, int recordBytes, long salt, int position) {
        if (bytes.remaining() < recordBytes) {
            grow(bytes.position() + recordBytes);
        }
        RecordCodec.encode(logRecord, salt, position, bytes);
    }

    private void grow(int neededBytes) {
        int capacity = bytes.capacity();
        while (capacity < neededBytes) {
            capacity = Math.multiplyExact(capacity, 2);
        }
        bytes = ByteBuffer.allocateDirect(capacity).put(bytes.flip());
    }

    int size() {
        return bytes.position();
    }

    /** Everything added since the last {@link #clear()}, to be written. */
    ByteBuffer content() {
        return bytes.duplicate().flip();
    }

    void clear() {
        bytes.clear();
    }
}
