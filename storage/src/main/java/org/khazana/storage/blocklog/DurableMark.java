package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A small file that remembers up to which batch the log was synced, and with which segments it begins and ends. It is
 * written after each sync and not synced itself: of the batch it may lag behind after a power failure, and is never ahead.
 * So it can only ever prove that something is missing, which is what recovery asks it; damage to it proves nothing and
 * counts as {@link Content#NONE}. It is synced before segments are deleted, so that a first segment that was lost can be
 * told from one that was deleted, and before anything is written to a new segment, so that the loss of that is noticed.
 */
record DurableMark(LogFile file) {
    static final String NAME = "durable-mark";
    private static final long MAGIC = 0x4B48415A4D41524BL; // KHAZMARK
    private static final int BYTES = 28;

    /**
     * @param batch the last one known to be durable
     * @param firstSegment with which the log begins; 0 when that is not known
     * @param newestSegment that was begun; 0 when that is not known
     */
    record Content(long batch, int firstSegment, int newestSegment) {
        static final Content NONE = new Content(0, 0, 0);
    }

    Content read() throws IOException {
        if (file.size() < BYTES) {
            return Content.NONE;
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        file.read(bytes, 0);
        boolean intact = bytes.getLong(0) == MAGIC && bytes.getInt(BYTES - 4) == checkSum(bytes);
        return intact ? new Content(bytes.getLong(8), bytes.getInt(16), bytes.getInt(20)) : Content.NONE;
    }

    void write(Content content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putLong(content.batch())
                .putInt(content.firstSegment())
                .putInt(content.newestSegment());
        bytes.putInt(checkSum(bytes));
        file.write(bytes.flip(), 0);
    }

    void writeDurably(Content content) throws IOException {
        write(content);
        file.force();
    }

    private static int checkSum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().limit(BYTES - 4).position(0));
        return (int) sum.getValue();
    }
}
