package org.khazana.ledger.table;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that grow at the end. For one thread. */
final class ByteSequence {
    private static final int CAPACITY_FIRST = 64;

    private byte[] bytes = new byte[CAPACITY_FIRST];
    private int length;

    void add(byte[] more) {
        makeRoomFor(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** The lowest 8 bits. */
    void add(int value) {
        makeRoomFor(1);
        bytes[length] = (byte) value;
        length++;
    }

    /** 8 bytes, big-endian. */
    void addNumber(long number) {
        makeRoomFor(Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(length, number);
        length += Long.BYTES;
    }

    /** 4 bytes, big-endian. */
    void addSmall(int number) {
        makeRoomFor(Integer.BYTES);
        ByteBuffer.wrap(bytes).putInt(length, number);
        length += Integer.BYTES;
    }

    private void makeRoomFor(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
