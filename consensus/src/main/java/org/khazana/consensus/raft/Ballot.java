package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;

/**
 * This member's term and its one vote in it. The vote is forgotten when the term grows and never otherwise: not when a
 * candidate steps down in the same term, or it could vote twice.
 */
final class Ballot {
    private HardState current;
    private boolean changed;

    Ballot(HardState recovered) {
        this.current = recovered;
    }

    Term term() {
        return current.term();
    }

    /** Whether this member has lost entries that it had acknowledged, and may not vote until it has them again. */
    boolean isRecovering() {
        return current.isRecovering();
    }

    void enter(Term term) {
        Invariant.check(term.isAfter(term()), "term went from %s to %s", term(), term);
        change(new HardState(term, Optional.empty(), current.isRecovering()));
    }

    /** Whether the vote of this term is still free, or has been given to {@code candidate} already. */
    boolean isFreeFor(MemberId candidate) {
        return current.votedFor().isEmpty() || current.votedFor().get().equals(candidate);
    }

    void voteFor(MemberId candidate) {
        Invariant.check(isFreeFor(candidate), "second vote in term %s, for %s", term(), candidate);
        Invariant.check(!isRecovering(), "a vote in term %s while recovering", term());
        if (current.votedFor().isEmpty()) {
            change(new HardState(term(), Optional.of(candidate), false));
        }
    }

    /** Everything lost is back. */
    void recovered() {
        change(new HardState(term(), current.votedFor(), false));
    }

    private void change(HardState next) {
        current = next;
        changed = true;
    }

    /** What must be made durable because of this step. */
    Optional<HardState> takeChange() {
        Optional<HardState> change = changed ? Optional.of(current) : Optional.empty();
        changed = false;
        return change;
    }
}
