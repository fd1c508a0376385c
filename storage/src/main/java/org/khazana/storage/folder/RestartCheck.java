package org.khazana.storage.folder;

import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.TermAndVote;
import org.khazana.storage.DataFolderProblem;

/** Whether vote, log and state fit each other: asked once, after all three are open and before the node takes part. */
@SuppressWarnings("DoNotCallSuggester")
public final class RestartCheck {
    private RestartCheck() {}

    /**
     * Returns if the three can be the memory of one validator.
     *
     * @param logWasCreated whether opening the log found no files and started a new one
     * @throws DataFolderProblem with what was lost
     */
    public static void verify(TermAndVote vote, EntryMetadata logLast, boolean logWasCreated, long appliedHeight) {
        throw new UnsupportedOperationException();
    }
}
