package org.khazana.storage.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.slots.DualSlotFile;

/**
 * The greatest height that a validator has signed, and what. A forgotten one could make it sign two histories, so it is kept as
 * {@link DualSlotFile} says. For one thread.
 */
public record SigningRecordFile(DualSlotFile<Optional<SigningRecord>> file) implements AutoCloseable {

    /**
     * Makes the file of a validator that has signed nothing, durably but for its name: the caller syncs the folder.
     *
     * @throws IOException if it exists or cannot be written
     */
    public static void create(Path path) throws IOException {
        DualSlotFile.create(path, new SigningForm(), Optional.empty());
    }

    /**
     * Opens the file at {@code path}, which {@code DataFolder} made together with the folder.
     *
     * @throws DataFolderProblem if it is missing or damaged beyond what the second slot can mend
     */
    public static SigningRecordFile open(Path path) {
        return new SigningRecordFile(DualSlotFile.open(path, new SigningForm()));
    }

    /** Empty if nothing was ever signed. */
    public Optional<SigningRecord> load() {
        return file.load();
    }

    /** Returns when it is durable: only then may the signature leave. Anything thrown must stop the node. */
    public void store(SigningRecord record) {
        load().ifPresent(before -> Invariant.check(
                record.height() > before.height(), "height %s is signed after %s", record.height(), before.height()));
        file.store(Optional.of(record));
    }

    @Override
    public void close() {
        file.close();
    }
}
