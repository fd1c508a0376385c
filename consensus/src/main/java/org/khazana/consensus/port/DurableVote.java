package org.khazana.consensus.port;

import org.khazana.consensus.log.HardState;

/** Keeps term, vote and whether this member recovers across crashes. One thread only. */
public interface DurableVote {

    /** What was stored last; {@link HardState#NONE} for a member that never took part. */
    HardState load();

    /** Returns when {@code hardState} is on stable storage. A failure is thrown and must stop the process. */
    void store(HardState hardState);
}
