package org.khazana.consensus.raft;

import java.util.SplittableRandom;
import org.khazana.consensus.membership.MemberId;

/** Draws election times at random, so that members seldom ask at the same moment (Raft §5.2). Seeded, so repeatable. */
final class ElectionTimer {
    private final SplittableRandom random;
    private final int electionTimeoutMillis;
    private final int extraMillis;

    ElectionTimer(MemberId self, long seed, int electionTimeoutMillis, ElectionPriority priority) {
        this.random = new SplittableRandom(seed ^ ((long) self.validator().hashCode() << 32));
        this.electionTimeoutMillis = electionTimeoutMillis;
        this.extraMillis = priority.extraTimeouts() * electionTimeoutMillis;
    }

    /** After {@code waitMillis}, and what the priority adds. */
    long earlyMillis(long nowMillis, int waitMillis) {
        return nowMillis + waitMillis + extraMillis;
    }

    /** Between one and two election timeouts from now, and what the priority adds. */
    long nextMillis(long nowMillis) {
        return nowMillis + electionTimeoutMillis + random.nextInt(electionTimeoutMillis) + extraMillis;
    }
}
