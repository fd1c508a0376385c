package org.khazana.consensus.raft;

import java.util.Optional;
import java.util.Set;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumPolicy;

/** Leads its term: takes proposals, replicates, decides what is committed, and gives up when a quorum is silent. */
final class Leader implements Role {
    private final MemberId self;
    private final EntryId opening;
    private final Replication replication;
    private final ByteBacklog uncommitted = new ByteBacklog();

    /** @param opening the first entry of this term, which carries nothing (Raft §8) */
    Leader(MemberId self, EntryId opening, Replication replication) {
        this.self = self;
        this.opening = opening;
        this.replication = replication;
    }

    @Override
    public ReplicaStatus.RoleName name() {
        return ReplicaStatus.RoleName.LEADER;
    }

    @Override
    public Optional<MemberId> leader() {
        return Optional.of(self);
    }

    @Override
    public boolean hearsLeader(long nowMillis, int electionTimeoutMillis) {
        return true;
    }

    Replication replication() {
        return replication;
    }

    /** Whether an entry with {@code payloadBytes} may join those that wait for a quorum; into an empty queue, always. */
    boolean hasRoomFor(long payloadBytes, long uncommittedBytesMax) {
        return uncommitted.isEmpty() || uncommitted.bytes() + payloadBytes <= uncommittedBytesMax;
    }

    void appended(LogEntry entry) {
        uncommitted.add(entry);
    }

    void committed(long commitIndex) {
        uncommitted.releaseThrough(commitIndex);
    }

    /**
     * The index up to which a quorum holds the log durably, this member counted by what its own disk holds; 0 while that
     * is an entry of an earlier term, which counting must not commit (Raft §5.4.2). From the opening entry on every entry
     * is of this term.
     */
    long indexHeldByQuorum(QuorumPolicy policy, long ownDurableIndex) {
        long index = policy.indexReachedByQuorum(
                member -> member.equals(self) ? ownDurableIndex : replication.matchIndexOf(member));
        return index >= opening.index() ? index : 0;
    }

    /** Whether a quorum, this member included, has answered since {@code sinceMillis}. */
    boolean hearsQuorum(QuorumPolicy policy, long sinceMillis) {
        Set<MemberId> heard = replication.heardSince(sinceMillis);
        heard.add(self);
        return policy.hasQuorum(heard);
    }
}
