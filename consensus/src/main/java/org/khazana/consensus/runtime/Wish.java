package org.khazana.consensus.runtime;

import java.util.Optional;
import java.util.function.Consumer;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.ProposalOutcome;

/** What an operator, or the node on its behalf, wants of this member. */
sealed interface Wish {

    /**
     * Membership shall become {@code target}, if it still is {@code from}.
     *
     * @param answer told the outcome; must neither block nor throw
     */
    record ChangeMembership(Configuration from, Configuration target, Consumer<ProposalOutcome> answer)
            implements Wish {}

    /** A snapshot of the state after {@code last} can be fetched here, and the state on disk is as new. */
    record SnapshotTaken(EntryMetadata last) implements Wish {}

    /** This member shall lead no longer, if it does. */
    record HandOver(Optional<MemberId> to) implements Wish {}
}
