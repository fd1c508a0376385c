package org.khazana.storage.folder;

import org.khazana.consensus.log.HardState;
import org.khazana.consensus.port.LogReader;
import org.khazana.storage.DataFolderProblem;

/** Whether vote, log and state fit each other: asked once, after all three are open and before the node takes part. */
public final class RestartCheck {
    private static final String ADVICE =
            "; restore the data folder from the disk's own backup of this validator, or have the validator replaced";

    private RestartCheck() {}

    /**
     * Returns if the three can be the memory of one validator. A state that lags behind is no problem: the log replays.
     * A state that is ahead is one unless the validator knows that it has lost blocks.
     *
     * @throws DataFolderProblem with what was lost
     */
    public static void verify(HardState vote, LogReader log, long appliedHeight) {
        if (appliedHeight < log.base().index()) {
            throw new DataFolderProblem("the block log begins after block "
                    + log.base().index() + ", although the ledger state holds only block " + appliedHeight
                    + ": blocks between them are missing" + ADVICE);
        }
        if (appliedHeight > log.last().index() && !vote.isRecovering()) {
            throw new DataFolderProblem("the block log ends at " + log.last().index()
                    + ", although the ledger state holds block " + appliedHeight + ": blocks were lost" + ADVICE);
        }
        if (log.last().term().isAfter(vote.term())) {
            throw new DataFolderProblem("the block log holds an entry of term "
                    + log.last().term() + ", although the vote file knows only term " + vote.term()
                    + ": a vote was lost" + ADVICE);
        }
    }
}
