package org.khazana.consensus.raft;

import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.AppendRequest;
import org.khazana.consensus.message.AppendResponse;

/** A follower's side of replication (Raft §5.3): carries out what {@link AppendCheck} has found. */
final class Acceptance {
    private final RaftLog log;
    private final WriteTracker writes;
    private final Commitment commitment;

    Acceptance(RaftLog log, WriteTracker writes, Commitment commitment) {
        this.log = log;
        this.writes = writes;
        this.commitment = commitment;
    }

    /** Takes what is new and goes as far as this very message has proved: neither the answer nor the commit goes further. */
    AppendResponse take(
            MemberId from, AppendRequest request, AppendCheck.Verdict.Fits fits, Term term, StepEffects effects) {
        fits.truncateFrom().ifPresent(index -> truncate(index, from, effects));
        for (LogEntry entry : fits.newEntries()) {
            log.append(entry);
            effects.appended(entry);
        }
        commitment.advanceTo(Math.min(request.commitIndex(), request.verifiedIndex()));
        return new AppendResponse.Accepted(term, request.verifiedIndex(), request.round());
    }

    private void truncate(long fromIndex, MemberId onBehalfOf, StepEffects effects) {
        Invariant.check(
                fromIndex > commitment.commitIndex(),
                "asked to cut at %s, but %s is committed",
                fromIndex,
                commitment.commitIndex());
        log.truncateFrom(fromIndex);
        writes.cut(fromIndex);
        effects.truncated(fromIndex);
        effects.event(new RaftEvent.Truncated(fromIndex, Optional.of(onBehalfOf)));
    }
}
