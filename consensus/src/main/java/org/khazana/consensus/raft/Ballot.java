package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.log.TermAndVote;
import org.khazana.consensus.membership.MemberId;

/**
 * This member's term and its one vote in it. The vote is forgotten when the term grows and never otherwise: not when a
 * candidate steps down in the same term, or it could vote twice.
 */
final class Ballot {
    private TermAndVote current;
    private boolean changed;

    Ballot(TermAndVote recovered) {
        this.current = recovered;
    }

    Term term() {
        return current.term();
    }

    void enter(Term term) {
        Invariant.check(term.isAfter(term()), "term went from %s to %s", term(), term);
        current = new TermAndVote(term, Optional.empty());
        changed = true;
    }

    /** Whether the vote of this term is still free, or has been given to {@code candidate} already. */
    boolean isFreeFor(MemberId candidate) {
        return current.votedFor().isEmpty() || current.votedFor().get().equals(candidate);
    }

    void voteFor(MemberId candidate) {
        Invariant.check(isFreeFor(candidate), "second vote in term %s, for %s", term(), candidate);
        if (current.votedFor().isEmpty()) {
            current = new TermAndVote(term(), Optional.of(candidate));
            changed = true;
        }
    }

    /** What must be made durable because of this step. */
    Optional<TermAndVote> takeChange() {
        Optional<TermAndVote> change = changed ? Optional.of(current) : Optional.empty();
        changed = false;
        return change;
    }
}
