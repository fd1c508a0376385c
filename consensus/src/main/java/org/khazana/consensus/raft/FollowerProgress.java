package org.khazana.consensus.raft;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.MemberId;

/**
 * What a leader knows of one follower. It <em>probes</em> with empty appends until the follower has accepted one, then
 * <em>replicates</em>: sends ahead without waiting for each answer, as far as the window allows. A refusal leads back to
 * probing, or to a <em>snapshot</em> when the log no longer holds what the follower lacks. Only an acceptance moves
 * {@code matchIndex}, and only up, unless the follower says that it has lost what it held.
 */
final class FollowerProgress {
    private enum Mode {
        PROBE,
        REPLICATE,
        SNAPSHOT
    }

    private final MemberId member;
    private final InFlight inFlight;
    private Mode mode = Mode.PROBE;
    private long matchIndex;
    private long nextIndex;
    /** Refusals of rounds before this one were answered by a change of position already. */
    private long positionSinceRound;
    /** An answer to this round or a later one was given after the follower had acknowledged {@code matchIndex}. */
    private long matchKnownAtRound;

    private Optional<Refill> refill = Optional.empty();
    private long wholeSinceRound;
    private boolean isDistrusted;

    private boolean sendDue = true;
    private long announcedCommitIndex;
    private long answeredRound;
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

    /** Durable on the follower, as it has said itself: where to go on, not whether it counts. */
    long matchIndex() {
        return matchIndex;
    }

    /** What the follower adds to a quorum: nothing while it has lost entries that it had acknowledged. */
    long countedIndex() {
        return counts() ? matchIndex : 0;
    }

    boolean counts() {
        return refill.isEmpty() && !isDistrusted;
    }

    long nextIndex() {
        return nextIndex;
    }

    boolean needsSnapshot() {
        return mode == Mode.SNAPSHOT;
    }

    /** The newest round that the follower has answered. */
    long answeredRound() {
        return answeredRound;
    }

    long heardAtMillis() {
        return heardAtMillis;
    }

    void heard(long round, long nowMillis) {
        answeredRound = Math.max(answeredRound, round);
        heardAtMillis = nowMillis;
    }

    // ---- what its answers prove

    /** The follower holds everything up to {@code index} durably; the answer may be late or come twice. */
    void accepted(long index, long nextRound) {
        if (index > matchIndex) {
            matchIndex = index;
            matchKnownAtRound = nextRound;
        }
        inFlight.releaseThrough(matchIndex);
        if (mode == Mode.REPLICATE) {
            nextIndex = Math.max(nextIndex, matchIndex + 1);
        } else {
            mode = Mode.REPLICATE;
            nextIndex = matchIndex + 1;
            positionSinceRound = nextRound;
        }
    }

    /** Whether a refusal says anything new: not when this leader has moved on since the refused message. */
    boolean isAffectedByRefusal(long round, long rejectedIndex) {
        return round >= positionSinceRound && rejectedIndex > matchIndex;
    }

    /** Whether a refusal denies what the follower had acknowledged before it was even asked. */
    boolean forgets(long round, long rejectedIndex) {
        return rejectedIndex <= matchIndex && round >= matchKnownAtRound;
    }

    /** It no longer counts: it has lost entries and does not know it. */
    void distrust() {
        isDistrusted = true;
    }

    boolean isDistrusted() {
        return isDistrusted;
    }

    // ---- a follower that has lost entries

    Optional<Refill> refill() {
        return refill;
    }

    /** Whether an answer tells of a loss that has been made good since. */
    boolean isLossOver(long round) {
        return round < wholeSinceRound;
    }

    /** It has lost entries and says so: whatever it acknowledged before, it must show again. */
    void lost(Refill whatIsMissing) {
        refill = Optional.of(whatIsMissing);
        matchIndex = 0;
        mode = Mode.PROBE;
        positionSinceRound = 0;
        inFlight.clear();
    }

    void whole(long nextRound) {
        refill = Optional.empty();
        wholeSinceRound = nextRound;
    }

    // ---- where to go on

    /** Tries next whether the logs meet at {@code index}. What was in flight is taken for lost. */
    void probeAt(long index, long nextRound) {
        mode = Mode.PROBE;
        nextIndex = Math.max(matchIndex, index) + 1;
        positionSinceRound = nextRound;
        sendDue = true;
        inFlight.clear();
    }

    /** The log no longer holds what the follower lacks. */
    void offerSnapshot(long nextRound) {
        mode = Mode.SNAPSHOT;
        positionSinceRound = nextRound;
        sendDue = true;
        inFlight.clear();
    }

    /** How many payload bytes of new entries may be sent now; 0 unless replicating, or while the window is full. */
    long bytesToSendMax() {
        return mode == Mode.REPLICATE && !inFlight.isFull() ? inFlight.bytesFree() : 0;
    }

    /** Something is to be sent at once, be it only a sign of life. */
    void ask() {
        sendDue = true;
    }

    /**
     * Whether a message without entries is due: a probe, an offer, a sign of life, or the news of a commit that no other
     * message is about to carry. Also with a full window: its answer shows whether what is in flight was lost or its
     * answers were.
     */
    boolean needsEmptyMessage(long nowMillis, int heartbeatMillis, long commitIndex) {
        boolean commitIsNews = mode == Mode.REPLICATE
                && inFlight.isEmpty()
                && announcedCommitIndex < Math.min(commitIndex, nextIndex - 1);
        return sendDue || commitIsNews || nowMillis - sentAtMillis >= heartbeatMillis;
    }

    /** A message with {@code entries}, possibly none, leaves at {@code nowMillis}. */
    void sent(List<LogEntry> entries, long commitIndex, long nowMillis) {
        if (!entries.isEmpty()) {
            Invariant.check(entries.get(0).index() == nextIndex, "sent %s instead of %s", entries.get(0), nextIndex);
            nextIndex += entries.size();
            inFlight.add(entries);
        }
        sendDue = false;
        announcedCommitIndex = Math.min(commitIndex, nextIndex - 1);
        sentAtMillis = nowMillis;
    }
}
