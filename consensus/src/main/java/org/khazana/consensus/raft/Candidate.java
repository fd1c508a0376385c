package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.membership.MemberId;

/**
 * Has voted for itself in its term and asks for the votes of the others (Raft §5.2).
 *
 * @param ownVoteTicket of the write that makes its own vote durable; the vote counts from then on
 * @param retryAtMillis when it gives up this election
 */
record Candidate(Tally tally, long ownVoteTicket, long retryAtMillis) implements Role {

    /** The same election, which is given up at another time. */
    Candidate retryingAt(long atMillis) {
        return new Candidate(tally, ownVoteTicket, atMillis);
    }

    @Override
    public ReplicaStatus.RoleName name() {
        return ReplicaStatus.RoleName.CANDIDATE;
    }

    @Override
    public Optional<MemberId> leader() {
        return Optional.empty();
    }

    @Override
    public boolean hearsLeader(long nowMillis, int electionTimeoutMillis) {
        return false;
    }
}
