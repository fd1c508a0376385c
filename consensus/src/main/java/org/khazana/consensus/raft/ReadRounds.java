package org.khazana.consensus.raft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.message.ReadId;

/**
 * Reads that wait until a quorum has shown that this leader still led when they came (thesis §6.4). At most one round is
 * asked for at a time; what comes meanwhile shares the next.
 */
final class ReadRounds {

    /** @param askedBy the member to answer; empty for this one */
    record Question(ReadId id, Optional<MemberId> askedBy) {}

    private final int waitingMax;
    private final Queue<Question> coming = new ArrayDeque<>();
    private final List<Question> asked = new ArrayList<>();
    private long askedIndex;
    private long askedRound;

    ReadRounds(int waitingMax) {
        this.waitingMax = waitingMax;
    }

    /** Takes in a question; false when too many wait. */
    boolean add(Question question) {
        return coming.size() + asked.size() < waitingMax && coming.add(question);
    }

    /** Whether a new round is to be asked for. */
    boolean wantsRound() {
        return asked.isEmpty() && !coming.isEmpty();
    }

    /** Every question that waits is answered with {@code commitIndex} once a quorum has answered {@code round}. */
    void ask(long commitIndex, long round) {
        asked.addAll(coming);
        coming.clear();
        askedIndex = commitIndex;
        askedRound = round;
    }

    /** The index that is the answer to all of {@link #takeAnswered}. */
    long askedIndex() {
        return askedIndex;
    }

    /** The questions whose round a quorum has answered: {@code confirmedRound} or an earlier one. */
    List<Question> takeAnswered(long confirmedRound) {
        if (confirmedRound < askedRound) {
            return List.of();
        }
        List<Question> answered = List.copyOf(asked);
        asked.clear();
        return answered;
    }

    /** All that wait, as this member no longer leads. */
    List<Question> takeAll() {
        List<Question> all = new ArrayList<>(asked);
        all.addAll(coming);
        asked.clear();
        coming.clear();
        return all;
    }
}
