package org.khazana.storage.blocklog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

/** What the tests of the log share. */
final class TestLog {
    static final EntryMetadata GENESIS = new EntryMetadata(new EntryId(Term.ZERO, 0), 1_000, hash(7));
    static final LogOrigin ORIGIN = new LogOrigin(
            GENESIS,
            Configuration.of(
                    new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("validator-1", 1)))))));
    static final LogSettings SETTINGS = new LogSettings(1 << 14, false);

    private TestLog() {}

    static EntryHash hash(int filler) {
        byte[] bytes = new byte[EntryHash.BYTES];
        Arrays.fill(bytes, (byte) filler);
        return EntryHash.of(bytes);
    }

    static List<LogEntry> contentOf(SegmentedBlockLog log) {
        return log.read(log.base().index() + 1, log.last().index(), Long.MAX_VALUE);
    }
}
