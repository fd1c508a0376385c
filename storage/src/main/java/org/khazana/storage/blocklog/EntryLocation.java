package org.khazana.storage.blocklog;

/**
 * Where the record of an entry stands; packed into one long, because there is one for every entry of the log.
 *
 * @param segment number of the segment, 1 to 2^20 - 1
 * @param position in the file, a multiple of 8 below 2^26
 * @param bytes of the whole record, a multiple of 8 up to 2^24 - 8
 */
record EntryLocation(int segment, int position, int bytes) {
    static final int SEGMENT_BYTES_MAX = 1 << 26;
    static final int RECORD_BYTES_MAX = (1 << 24) - RecordCodec.ALIGNMENT;
    static final int SEGMENTS_MAX = (1 << 20) - 1;

    long packed() {
        return (long) segment << 44 | (long) (position / RecordCodec.ALIGNMENT) << 21 | bytes / RecordCodec.ALIGNMENT;
    }

    static EntryLocation unpack(long packed) {
        return new EntryLocation(
                (int) (packed >>> 44),
                (int) (packed >>> 21 & (1 << 23) - 1) * RecordCodec.ALIGNMENT,
                (int) (packed & (1 << 21) - 1) * RecordCodec.ALIGNMENT);
    }
}
