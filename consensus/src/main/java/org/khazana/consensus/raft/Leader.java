package org.khazana.consensus.raft;

import java.util.Optional;
import java.util.Set;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;

/** What a leader knows in its term: its followers, what waits for a quorum, and to whom it is handing over. */
final class Leader implements Role {

    /**
     * Leadership is being handed over.
     *
     * @param giveUpAtMillis when this leader goes on by itself
     * @param isAsked whether {@code to} was asked already to stand
     */
    record Handover(MemberId to, long giveUpAtMillis, boolean isAsked) {}

    private final MemberId self;
    private final EntryId opening;
    private final Replication replication;
    private final ReadRounds reads;
    private final ByteBacklog uncommitted = new ByteBacklog();
    private Optional<Handover> handover = Optional.empty();

    /** @param opening the first entry of this term, which carries nothing (Raft §8) */
    Leader(MemberId self, EntryId opening, Replication replication, ReadRounds reads) {
        this.self = self;
        this.opening = opening;
        this.replication = replication;
        this.reads = reads;
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

    EntryId opening() {
        return opening;
    }

    Replication replication() {
        return replication;
    }

    ReadRounds reads() {
        return reads;
    }

    Optional<Handover> handover() {
        return handover;
    }

    void setHandover(Optional<Handover> next) {
        handover = next;
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
    long indexHeldByQuorum(Configuration configuration, long ownDurableIndex) {
        long index = configuration.indexReachedByQuorum(
                member -> member.equals(self) ? ownDurableIndex : replication.countedIndexOf(member));
        return index >= opening.index() ? index : 0;
    }

    /** The newest round that a quorum has answered; this member answers itself. */
    long roundAnsweredByQuorum(Configuration configuration) {
        return configuration.indexReachedByQuorum(
                member -> member.equals(self) ? Long.MAX_VALUE : replication.answeredRoundOf(member));
    }

    /** Whether a quorum, this member included, has answered since {@code sinceMillis}. */
    boolean hearsQuorum(Configuration configuration, long sinceMillis) {
        Set<MemberId> heard = replication.heardSince(sinceMillis);
        heard.add(self);
        return configuration.hasQuorum(heard);
    }
}
