package org.khazana.storage.folder;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.storage.DataFolderProblem;

/** Whether vote, log and state fit each other: asked once, after all three are open and before the node takes part. */
public final class RestartCheck {
    private static final String ADVICE =
            "; restore the data folder from the disk's own backup of this validator, or have the validator replaced";

    private RestartCheck() {}

    /**
     * Returns if the three can be the memory of one validator. A state that lags behind is no problem: the log replays.
     *
     * @param logWasCreated whether opening the log found no files and started a new one
     * @throws DataFolderProblem with what was lost
     */
    public static void verify(HardState vote, EntryMetadata logLast, boolean logWasCreated, long appliedHeight) {
        if (logWasCreated && vote.term().isAfter(Term.ZERO)) {
            throw new DataFolderProblem("the block log is missing, although this validator took part up to term "
                    + vote.term() + " already" + ADVICE);
        }
        if (appliedHeight > logLast.index()) {
            throw new DataFolderProblem("the block log ends at " + logLast.index()
                    + ", although the ledger state holds block " + appliedHeight + ": blocks were lost" + ADVICE);
        }
        if (logLast.term().isAfter(vote.term())) {
            throw new DataFolderProblem("the block log holds an entry of term " + logLast.term()
                    + ", although the vote file knows only term " + vote.term() + ": a vote was lost" + ADVICE);
        }
    }
}
