package org.khazana.storage.vote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.port.DurableVote;
import org.khazana.simulation.contract.DurableVoteContract;

/** The file on disk keeps the contract. */
class DualSlotVoteFileContractTest extends DurableVoteContract {
    @TempDir
    private Path folder;

    @Override
    protected DurableVote freshVote() {
        try {
            DualSlotVoteFile.create(file());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return DualSlotVoteFile.open(file());
    }

    @Override
    protected DurableVote reopened(DurableVote vote) {
        return DualSlotVoteFile.open(file());
    }

    private Path file() {
        return folder.resolve("vote");
    }
}
