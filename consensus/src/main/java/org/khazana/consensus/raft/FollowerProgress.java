package org.khazana.consensus.raft;

import java.util.List;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;

/**
 * What a leader knows of one follower. It <em>probes</em> with empty appends until the follower has accepted one, then
 * <em>replicates</em>: sends ahead without waiting for each answer, as far as the window allows. A refusal leads back to
 * probing. Only an acceptance moves {@code matchIndex}, and only up.
 */
final class FollowerProgress {
    private enum Mode {
        PROBE,
        REPLICATE
    }

    private final MemberId member;
    private final InFlight inFlight;
    private Mode mode = Mode.PROBE;
    private long matchIndex;
    private long nextIndex;
    /** Refusals of rounds before this one were answered by a change of position already. */
    private long positionSinceRound;

    private boolean probeDue = true;
    private long announcedCommitIndex;
    private long sentAtMillis;
    private long heardAtMillis;

    FollowerProgress(MemberId member, long nextIndex, long nowMillis, CoreSettings settings) {
        this.member = member;
        this.inFlight = new InFlight(settings.inFlightMessagesMax(), settings.inFlightBytesMax());
        this.nextIndex = nextIndex;
        this.sentAtMillis = nowMillis;
        this.heardAtMillis = nowMillis;
    }

    MemberId member() {
        return member;
    }

    long matchIndex() {
        return matchIndex;
    }

    long nextIndex() {
        return nextIndex;
    }

    long heardAtMillis() {
        return heardAtMillis;
    }

    void heard(long nowMillis) {
        heardAtMillis = nowMillis;
    }

    /** The follower holds everything up to {@code index} durably; the answer may be late or come twice. */
    void accepted(long index, long nextRound) {
        matchIndex = Math.max(matchIndex, index);
        inFlight.releaseThrough(matchIndex);
        if (mode == Mode.PROBE) {
            mode = Mode.REPLICATE;
            nextIndex = matchIndex + 1;
            positionSinceRound = nextRound;
        } else {
            nextIndex = Math.max(nextIndex, matchIndex + 1);
        }
    }

    /** Whether a refusal says anything new: not when this leader has moved on since the refused message. */
    boolean isAffectedByRefusal(long round, long rejectedIndex) {
        return round >= positionSinceRound && rejectedIndex > matchIndex;
    }

    /** Tries next whether the logs meet at {@code index}. What was in flight is taken for lost. */
    void probeAt(long index, long nextRound) {
        mode = Mode.PROBE;
        nextIndex = Math.max(matchIndex, index) + 1;
        positionSinceRound = nextRound;
        probeDue = true;
        inFlight.clear();
    }

    /** How many payload bytes of new entries may be sent now; 0 while probing or while the window is full. */
    long bytesToSendMax() {
        return mode == Mode.REPLICATE && !inFlight.isFull() ? inFlight.bytesFree() : 0;
    }

    /**
     * Whether an append without entries is due: a probe, a sign of life, or the news of a commit that no other message is
     * about to carry. Also with a full window: its answer shows whether what is in flight was lost or its answers were.
     */
    boolean needsEmptyAppend(long nowMillis, int heartbeatMillis, long commitIndex) {
        boolean commitIsNews = mode == Mode.REPLICATE
                && inFlight.isEmpty()
                && announcedCommitIndex < Math.min(commitIndex, nextIndex - 1);
        return probeDue || commitIsNews || nowMillis - sentAtMillis >= heartbeatMillis;
    }

    /** A message with {@code entries}, possibly none, leaves at {@code nowMillis}. */
    void sent(List<LogEntry> entries, long commitIndex, long nowMillis) {
        if (!entries.isEmpty()) {
            Invariant.check(entries.get(0).index() == nextIndex, "sent %s instead of %s", entries.get(0), nextIndex);
            nextIndex += entries.size();
            inFlight.add(entries);
        }
        probeDue = false;
        announcedCommitIndex = Math.min(commitIndex, nextIndex - 1);
        sentAtMillis = nowMillis;
    }
}
