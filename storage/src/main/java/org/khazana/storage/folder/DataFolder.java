package org.khazana.storage.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.signing.SigningRecordFile;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.vote.DualSlotVoteFile;

/**
 * The folder in which one validator keeps everything, locked against a second node. Its identity is written last, so a
 * folder with an identity has the files of what was promised, too: one that is missing later was lost, and is never made anew in silence.
 */
public final class DataFolder implements AutoCloseable {
    /** Below this much free space a node does not start: a segment of the log, the next one, and room for the state. */
    public static final long FREE_BYTES_MIN = 256L << 20;

    private final Path folder;
    private final FolderIdentity identity;
    private final FolderLock lock;

    private DataFolder(Path folder, FolderIdentity identity, FolderLock lock) {
        this.folder = folder;
        this.identity = identity;
        this.lock = lock;
    }

    /**
     * Makes a new, unused data folder for a validator. Done once in the life of each folder, when the network is founded
     * or a validator's memory is replaced; never at start-up, where a missing folder means a lost one.
     *
     * @param directory drawn at random, 1 to 2^32 - 1
     * @throws DataFolderProblem if there is a data folder already, or it cannot be made
     */
    public static void format(Path folder, String chainIdHex, String validatorId, long directory) {
        inFolder(folder, () -> {
            Files.createDirectories(folder);
            requireFreeSpace(folder);
            try (FolderLock lock = FolderLock.take(folder)) {
                requireUnused(folder);
                // What an interrupted formatting left behind was never used.
                Files.deleteIfExists(voteFile(folder));
                DualSlotVoteFile.create(voteFile(folder));
                Files.deleteIfExists(signingFile(folder));
                SigningRecordFile.create(signingFile(folder));
                new FolderIdentity(FolderIdentity.FORMAT_VERSION, chainIdHex, validatorId, directory).write(folder);
                return lock;
            }
        });
    }

    /**
     * Checks that the folder belongs to this validator of this network, and locks it.
     *
     * @param chainIdHex 64 hexadecimal digits
     * @throws DataFolderProblem if it is missing, in use, belongs to somebody else, is of a newer format or cannot be
     *     written
     */
    public static DataFolder open(Path folder, String chainIdHex, String validatorId) {
        return inFolder(folder, () -> {
            requireFormatted(folder, validatorId);
            requireFreeSpace(folder);
            FolderLock lock = FolderLock.take(folder);
            try {
                FolderIdentity identity = FolderIdentity.read(folder);
                requireFit(folder, identity, chainIdHex, validatorId);
                return new DataFolder(folder, identity, lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        });
    }

    /**
     * Locks the folder of whatever validator of this network, for somebody who only looks.
     *
     * @param chainIdHex 64 hexadecimal digits
     * @throws DataFolderProblem if it is none, in use, of another network, of a newer format or cannot be read
     */
    public static DataFolder openToLook(Path folder, String chainIdHex) {
        return inFolder(folder, () -> {
            if (!FolderIdentity.existsIn(folder)) {
                throw new DataFolderProblem(
                        folder + " is no data folder: it has no file '" + FolderIdentity.NAME + "'");
            }
            FolderIdentity identity = FolderIdentity.read(folder);
            requireFit(folder, identity, chainIdHex, identity.validatorId());
            return new DataFolder(folder, identity, FolderLock.take(folder));
        });
    }

    private interface FolderWork<T> {
        T run() throws IOException;
    }

    private static <T> T inFolder(Path folder, FolderWork<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new DataFolderProblem(
                    "the data folder " + folder + " cannot be used (" + failure
                            + "); make it a folder that this user can write to, on a disk with free space",
                    failure);
        }
    }

    private static void requireFreeSpace(Path folder) throws IOException {
        long freeBytes = Files.getFileStore(folder).getUsableSpace();
        if (freeBytes < FREE_BYTES_MIN) {
            throw new DataFolderProblem("the disk of the data folder " + folder + " has only " + (freeBytes >> 20)
                    + " MiB free; make room, at least " + (FREE_BYTES_MIN >> 20) + " MiB are needed");
        }
    }

    /** A validator that has lost its folder has lost its votes and blocks: under the old identity it could vote twice. */
    private static void requireFormatted(Path folder, String validatorId) {
        if (!FolderIdentity.existsIn(folder)) {
            throw new DataFolderProblem("the data folder " + folder + " of " + validatorId
                    + " is missing, empty or without its identity file: it was lost or wiped, and what this validator"
                    + " had promised with it, so it must not go on as the same member. If the disk is only not mounted,"
                    + " mount it; otherwise make a new folder with 'khazana node format' and have the governors put its"
                    + " directory id in the place of the lost one (docs/operating.md, \"Replace a lost validator\")");
        }
    }

    private static void requireUnused(Path folder) {
        if (FolderIdentity.existsIn(folder) || Files.exists(logFolder(folder)) || Files.exists(stateFolder(folder))) {
            throw new DataFolderProblem("the data folder " + folder
                    + " was made already, and may hold what a validator has promised; name an empty one");
        }
    }

    private static void requireFit(Path folder, FolderIdentity identity, String chainIdHex, String validatorId) {
        String whose = "the data folder " + folder;
        if (identity.formatVersion() > FolderIdentity.FORMAT_VERSION) {
            throw new DataFolderProblem(whose + " has format " + identity.formatVersion()
                    + ", newer than the format " + FolderIdentity.FORMAT_VERSION
                    + " of this Khazana; start the Khazana that wrote it, or a newer one");
        }
        if (!identity.chainIdHex().equals(chainIdHex)) {
            throw new DataFolderProblem(whose + " belongs to the network " + identity.chainIdHex()
                    + ", and the genesis file given is that of " + chainIdHex
                    + "; use the genesis file of the first, or an empty data folder");
        }
        if (!identity.validatorId().equals(validatorId)) {
            throw new DataFolderProblem(whose + " belongs to " + identity.validatorId() + " and not to " + validatorId
                    + "; two validators must not share one memory, so correct the data folder in the node file");
        }
    }

    /** Whose folder it is. */
    public String validatorId() {
        return identity.validatorId();
    }

    /** Drawn when the folder was made: tells a new folder from the lost one. 1 to 2^32 - 1. */
    public long directory() {
        return identity.directory();
    }

    /** Folder of the block log. */
    public Path logFolder() {
        return logFolder(folder);
    }

    private static Path logFolder(Path folder) {
        return folder.resolve("log");
    }

    /** File of term and vote. */
    public Path voteFile() {
        return voteFile(folder);
    }

    private static Path voteFile(Path folder) {
        return folder.resolve("vote");
    }

    /** File of what was signed. */
    public Path signingFile() {
        return signingFile(folder);
    }

    private static Path signingFile(Path folder) {
        return folder.resolve("signed");
    }

    /** Folder of the ledger state. */
    public Path stateFolder() {
        return stateFolder(folder);
    }

    /** Where a fetched state lies until it is the state. */
    public SnapshotPaths snapshotPaths() {
        return SnapshotPaths.in(folder);
    }

    private static Path stateFolder(Path folder) {
        return folder.resolve("state");
    }

    /** Releases the lock; log, vote and state must be closed before. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot release the lock of the data folder " + folder, failure);
        }
    }
}
