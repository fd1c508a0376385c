package org.khazana.storage.folder;

import java.nio.file.Path;
import org.khazana.storage.DataFolderProblem;

/** The folder in which one validator keeps everything, locked against a second node. */
@SuppressWarnings("DoNotCallSuggester")
public final class DataFolder implements AutoCloseable {

    /**
     * Creates the folder or checks that it belongs to this validator of this network, and locks it.
     *
     * @param chainIdHex 64 hexadecimal digits
     * @throws DataFolderProblem if it is in use, belongs to somebody else, is of a newer format or cannot be written
     */
    public static DataFolder open(Path folder, String chainIdHex, String validatorId) {
        throw new UnsupportedOperationException();
    }

    /** Random, made with the folder: tells a refilled folder from the lost one. 32 hexadecimal digits. */
    public String directoryId() {
        throw new UnsupportedOperationException();
    }

    /** Folder of the block log. */
    public Path logFolder() {
        throw new UnsupportedOperationException();
    }

    /** File of term and vote. */
    public Path voteFile() {
        throw new UnsupportedOperationException();
    }

    /** Folder of the ledger state. */
    public Path stateFolder() {
        throw new UnsupportedOperationException();
    }

    /** Releases the lock; log, vote and state must be closed before. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
