package org.khazana.storage.slots;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.khazana.storage.DataFolderProblem;

/**
 * The bytes of one slot: magic, format version, counter, length of the content, content, CRC32C of all before, zeros. Fits into
 * one disk sector and has a 4 KiB block to itself.
 */
record SlotLayout<T>(SlotForm<T> form) {
    static final int BYTES = 4096;
    /** All of a slot that is not zeros is written by the disk at once, in one sector of 512 bytes. */
    static final int CONTENT_BYTES_MAX = 480;

    private static final int VERSION_AT = 8;
    private static final int COUNTER_AT = 12;
    private static final int LENGTH_AT = 20;
    static final int CONTENT_AT = 24;

    ByteBuffer encode(Slot<T> slot) {
        byte[] content = form.write(slot.content());
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(form.magic()).putInt(form.formatVersion());
        bytes.putLong(slot.counter()).putInt(content.length).put(content);
        return bytes.putInt(checkSum(bytes, bytes.position())).rewind();
    }

    /**
     * Reads the slot that starts at {@code at}; empty if it is damaged.
     *
     * @throws DataFolderProblem if a newer Khazana wrote it
     */
    Optional<Slot<T>> decode(ByteBuffer file, int at) {
        ByteBuffer bytes = file.slice(at, BYTES);
        int length = bytes.getInt(LENGTH_AT);
        if (bytes.getLong(0) != form.magic() || length < 0 || length > CONTENT_BYTES_MAX) {
            return Optional.empty();
        }
        if (bytes.getInt(CONTENT_AT + length) != checkSum(bytes, CONTENT_AT + length)) {
            return Optional.empty();
        }
        if (bytes.getInt(VERSION_AT) != form.formatVersion()) {
            throw new DataFolderProblem(form.what() + " has format " + bytes.getInt(VERSION_AT)
                    + ", this Khazana knows " + form.formatVersion()
                    + "; start the Khazana that wrote it, or a newer one");
        }
        long counter = bytes.getLong(COUNTER_AT);
        return counter < 0
                ? Optional.empty()
                : form.read(bytes.slice(CONTENT_AT, length)).map(content -> new Slot<>(counter, content));
    }

    static int checkSum(ByteBuffer bytes, int contentBytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().position(0).limit(contentBytes));
        return (int) sum.getValue();
    }
}
