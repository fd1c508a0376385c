package org.khazana.storage.blocklog;

/**
 * How a log is kept.
 *
 * @param segmentBytes size of files made from now on: a multiple of 4096 from 16 KiB to 64 MiB; bounds the size of an
 *     entry
 * @param keepsAllBlocks whether entries stay although a snapshot stands for them, as in an archive
 */
public record LogSettings(int segmentBytes, boolean keepsAllBlocks) {
    /** Of a validator that may forget what a snapshot stands for. */
    public static final LogSettings PRODUCTION = new LogSettings(EntryLocation.SEGMENT_BYTES_MAX, false);

    private static final int SEGMENT_BYTES_MIN = 1 << 14;

    public LogSettings {
        if (segmentBytes < SEGMENT_BYTES_MIN
                || segmentBytes > EntryLocation.SEGMENT_BYTES_MAX
                || segmentBytes % 4096 != 0) {
            throw new IllegalArgumentException("not a size for segment files: " + segmentBytes);
        }
    }

    /** Of an archive: every block that this log ever got through the log stays readable. */
    public LogSettings keepingAllBlocks() {
        return new LogSettings(segmentBytes, true);
    }
}
