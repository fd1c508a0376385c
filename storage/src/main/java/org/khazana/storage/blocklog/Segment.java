package org.khazana.storage.blocklog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.khazana.consensus.log.LogEntry;

/** One open segment file. */
record Segment(SegmentHeader header, LogFile file) {
    private static final Pattern NAME = Pattern.compile("[0-9]{8}\\.segment");

    static String nameOf(int number) {
        return String.format(Locale.ROOT, "%08d.segment", number);
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static int numberOf(String name) {
        return Integer.parseInt(name.substring(0, 8));
    }

    int number() {
        return header.number();
    }

    String name() {
        return nameOf(number());
    }

    SegmentImage readAll() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(header.segmentBytes());
        file.read(bytes, 0);
        return new SegmentImage(header, bytes.rewind());
    }

    /** Reads one entry and checks it; damage is an error of the disk like any other, never the end of the log. */
    LogEntry readEntry(EntryLocation location, long index) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(location.bytes());
        file.read(bytes, location.position());
        Optional<LogRecord> found = RecordCodec.decode(bytes.rewind(), 0, header.salt(), location.position());
        if (found.orElse(null) instanceof LogRecord.Entry(LogRecord.Stamp stamp, LogEntry entry)
                && entry.index() == index) {
            return entry;
        }
        throw new IOException("entry " + index + " in " + name() + " at byte " + location.position() + " is damaged");
    }
}
