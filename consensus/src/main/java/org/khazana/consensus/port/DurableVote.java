package org.khazana.consensus.port;

import org.khazana.consensus.log.TermAndVote;

/** Keeps the term and the vote across crashes. One thread only. */
public interface DurableVote {

    /** What was stored last; {@link TermAndVote#NONE} for a member that never took part. */
    TermAndVote load();

    /** Returns when {@code termAndVote} is on stable storage. A failure is thrown and must stop the process. */
    void store(TermAndVote termAndVote);
}
