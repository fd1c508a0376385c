package org.khazana.storage.blocklog;

import java.util.Arrays;
import java.util.List;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;

/** What the tests of the log share. */
final class TestLog {
    static final EntryMetadata GENESIS = new EntryMetadata(new EntryId(Term.ZERO, 0), 1_000, hash(7));
    static final int SEGMENT_BYTES = 1 << 14;

    private TestLog() {}

    static EntryHash hash(int filler) {
        byte[] bytes = new byte[EntryHash.BYTES];
        Arrays.fill(bytes, (byte) filler);
        return EntryHash.of(bytes);
    }

    static List<LogEntry> contentOf(SegmentedBlockLog log) {
        return log.read(1, log.last().index(), Long.MAX_VALUE);
    }
}
