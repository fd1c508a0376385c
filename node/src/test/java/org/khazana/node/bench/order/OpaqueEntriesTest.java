package org.khazana.node.bench.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;

class OpaqueEntriesTest {
    private static final MemberId LEADER = new MemberId("a", 1);
    private static final Configuration CONFIGURATION =
            Configuration.of(new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(LEADER)))));
    private static final EntryMetadata PARENT = new EntryMetadata(new EntryId(new Term(3), 7), 1_000, hash(1));

    private final LogEntry entry = new OpaqueEntries()
            .create(
                    new EntryOrigin(new EntryId(new Term(4), 8), PARENT, 1_001, LEADER, CONFIGURATION),
                    new EntryContent.Proposals(List.of(Payload.wrap(new byte[] {1, 2}), Payload.wrap(new byte[] {3}))));

    @Test
    void anEntryIsItsProposalsOneAfterAnotherAndFollowsItsParent() {
        assertThat(entry.payload().bytes()).containsExactly(1, 2, 3);
        assertThat(entry.follows(PARENT)).isTrue();
        assertThat(OpaqueEntries.isSound(entry)).isTrue();
    }

    @Test
    void nothingOfAnEntryCanBeChangedWithoutItsHash() {
        LogEntry otherBytes = with(entry.id(), entry.timeMillis(), entry.parentHash(), new byte[] {1, 2, 4});
        LogEntry otherTerm = with(new EntryId(new Term(5), 8), entry.timeMillis(), entry.parentHash(), bytes());
        LogEntry otherIndex = with(new EntryId(new Term(4), 9), entry.timeMillis(), entry.parentHash(), bytes());
        LogEntry otherTime = with(entry.id(), entry.timeMillis() + 1, entry.parentHash(), bytes());
        LogEntry otherParent = with(entry.id(), entry.timeMillis(), hash(2), bytes());

        assertThat(List.of(otherBytes, otherTerm, otherIndex, otherTime, otherParent))
                .noneMatch(OpaqueEntries::isSound);
    }

    private byte[] bytes() {
        return entry.payload().bytes();
    }

    private LogEntry with(EntryId id, long timeMillis, EntryHash parent, byte[] bytes) {
        return new LogEntry(id, timeMillis, parent, entry.hash(), Payload.wrap(bytes), Optional.empty());
    }

    private static EntryHash hash(int of) {
        byte[] bytes = new byte[EntryHash.BYTES];
        Arrays.fill(bytes, (byte) of);
        return EntryHash.of(bytes);
    }
}
