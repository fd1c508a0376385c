package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The file that becomes the next segment, zeroed and forced piece by piece while the current one fills, so that the
 * change-over costs one header. It has a name of its own until then; recovery throws away what it finds under it.
 * Used by the one thread that writes the log.
 */
final class NextSegment {
    static final String NAME = "next";
    private static final int PIECES = 64;
    private static final int PIECE_BYTES_MIN = 4096;

    private final LogDisk disk;
    private final int segmentBytes;
    private final ByteBuffer zeros;
    private final LogFile file;
    private int zeroedBytes; // grows with the file; owned by the writing thread

    private NextSegment(LogDisk disk, int segmentBytes, LogFile file) {
        this.disk = disk;
        this.segmentBytes = segmentBytes;
        this.zeros = ByteBuffer.allocateDirect(Math.max(PIECE_BYTES_MIN, segmentBytes / PIECES));
        this.file = file;
    }

    static NextSegment begin(LogDisk disk, int segmentBytes) throws IOException {
        return new NextSegment(disk, segmentBytes, disk.create(NAME));
    }

    /** Zeroes and forces one more 64th of the file, if some is left. */
    void prepareOnePiece() throws IOException {
        int bytes = Math.min(zeros.capacity(), segmentBytes - zeroedBytes);
        if (bytes > 0) {
            file.write(zeros.duplicate().limit(bytes), zeroedBytes);
            file.force();
            zeroedBytes += bytes;
        }
    }

    /** Finishes the file as the segment with {@code header}. Everything in earlier segments must be forced before. */
    Segment finish(SegmentHeader header) throws IOException {
        while (zeroedBytes < segmentBytes) {
            prepareOnePiece();
        }
        ByteBuffer encoded = header.encode();
        if (encoded.limit() > segmentBytes / 2) {
            throw new IOException("a configuration of " + encoded.limit() + " bytes leaves no room in a segment");
        }
        file.write(encoded, 0);
        file.force();
        file.close(); // it is known by another name from now on
        String name = Segment.nameOf(header.number());
        disk.rename(NAME, name);
        disk.syncFolder();
        return new Segment(header, disk.open(name));
    }

    void close() throws IOException {
        file.close();
    }
}
