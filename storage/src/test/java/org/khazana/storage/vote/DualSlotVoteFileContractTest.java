package org.khazana.storage.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
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

    @Test
    void theTermNeverGoesBack() {
        HardState newer = new HardState(new Term(5), Optional.empty(), false);
        DurableVote vote = freshVote();
        vote.store(newer);
        assertThatThrownBy(() -> vote.store(new HardState(new Term(4), Optional.empty(), false)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(vote.load()).isEqualTo(newer);
    }

    private Path file() {
        return folder.resolve("vote");
    }
}
