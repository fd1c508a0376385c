package org.khazana.storage.vote;

import java.nio.file.Path;
import org.khazana.consensus.log.TermAndVote;
import org.khazana.consensus.port.DurableVote;

/** Term and vote in one small file, kept twice. */
@SuppressWarnings("DoNotCallSuggester")
public final class DualSlotVoteFile implements DurableVote, AutoCloseable {

    /** Opens the file at {@code path}, which {@code DataFolder} made together with the folder. */
    public static DualSlotVoteFile open(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TermAndVote load() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void store(TermAndVote termAndVote) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
