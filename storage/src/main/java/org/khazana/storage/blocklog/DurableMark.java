package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A small file that remembers up to which batch the log was synced. It is written after each sync and not synced
 * itself: it may lag behind after a power failure, and is never ahead. So it can only ever prove that something is
 * missing, which is what recovery asks it; damage to it proves nothing and counts as "no batch".
 */
record DurableMark(LogFile file) {
    static final String NAME = "durable-mark";
    private static final long MAGIC = 0x4B48415A4D41524BL; // KHAZMARK
    private static final int BYTES = 20;

    long read() throws IOException {
        if (file.size() < BYTES) {
            return 0;
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        file.read(bytes, 0);
        boolean intact = bytes.getLong(0) == MAGIC && bytes.getInt(BYTES - 4) == checkSum(bytes);
        return intact ? bytes.getLong(8) : 0;
    }

    void write(long durableBatch) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(MAGIC).putLong(durableBatch);
        bytes.putInt(checkSum(bytes));
        file.write(bytes.flip(), 0);
    }

    private static int checkSum(ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.duplicate().limit(BYTES - 4).position(0));
        return (int) sum.getValue();
    }
}
