package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.Message;
import org.khazana.consensus.message.ReadId;

/** Everything that can happen to the core. */
public sealed interface Input {

    /** Time has passed; comes at least every {@link CoreSettings#tickMillis()}. */
    record Tick() implements Input {}

    /** A message from an authenticated member arrived. */
    record Received(MemberId from, Message message) implements Input {}

    /**
     * Clients want {@code proposals} agreed on, as one entry.
     *
     * @param wallClockMillis milliseconds since 1970 UTC; the entry's time is this or its parent's, whichever is later
     */
    record Propose(long wallClockMillis, List<Payload> proposals) implements Input {
        public Propose {
            proposals = List.copyOf(proposals);
        }
    }

    /** A client wants to read what is committed now; {@link ReadOutcome} answers, unless a message is lost on the way. */
    record Read(ReadId id) implements Input {}

    /**
     * Membership shall become {@code target}: voters and observers, not joint. New voters must be observers that have caught
     * up. Answered like a proposal; the second entry, which ends the joint configuration, follows by itself.
     */
    record ChangeMembership(Configuration target) implements Input {}

    /** This member shall lead no longer, if it does; {@code to} shall, or whoever is most up to date. */
    record HandOver(Optional<MemberId> to) implements Input {}

    /**
     * The connection over which messages of {@code from} came has ended, and everything that came over it was handed in
     * before. Probably its process has ended; it may be no more than a broken connection.
     */
    record Disconnected(MemberId from) implements Input {}

    /** The write with this ticket, and every one before it, is on stable storage. */
    record Written(long ticket) implements Input {}

    /** The state machine has applied everything up to {@code index}. */
    record Applied(long index) implements Input {}

    /**
     * A snapshot of the state after {@code last}, which is applied here, is ready for members that lag behind. The log
     * before it, less {@link CoreSettings#compactionMargin()} entries, may be forgotten.
     */
    record SnapshotTaken(EntryMetadata last) implements Input {}

    /**
     * The state machine now stands on a fetched snapshot, which other members can fetch from here.
     *
     * @param last the last entry whose effects the snapshot holds
     * @param configuration in force at it
     */
    record SnapshotInstalled(EntryMetadata last, Configuration configuration) implements Input {}
}
