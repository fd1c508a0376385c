package org.khazana.storage.vote;

import java.io.IOException;
import java.nio.file.Path;
import org.khazana.consensus.Invariant;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.port.DurableVote;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.slots.DualSlotFile;

/**
 * Term, vote and whether entries were lost. A forgotten vote could elect two leaders in one term (Raft §5.2), so it is kept as
 * {@link DualSlotFile} says.
 */
public record DualSlotVoteFile(DualSlotFile<HardState> file) implements DurableVote, AutoCloseable {

    /**
     * Makes the file of a member that never took part, durably but for its name: the caller syncs the folder.
     *
     * @throws IOException if it exists or cannot be written
     */
    public static void create(Path path) throws IOException {
        DualSlotFile.create(path, new VoteForm(), HardState.NONE);
    }

    /**
     * Opens the file at {@code path}, which {@code DataFolder} made together with the folder.
     *
     * @throws DataFolderProblem if it is missing or damaged beyond what the second slot can mend
     */
    public static DualSlotVoteFile open(Path path) {
        return new DualSlotVoteFile(DualSlotFile.open(path, new VoteForm()));
    }

    @Override
    public HardState load() {
        return file.load();
    }

    @Override
    public void store(HardState hardState) {
        Invariant.check(
                !hardState.term().isBefore(load().term()),
                "the term went back from %s to %s",
                load().term(),
                hardState.term());
        file.store(hardState);
    }

    @Override
    public void close() {
        file.close();
    }
}
