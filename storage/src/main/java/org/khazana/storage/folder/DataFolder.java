package org.khazana.storage.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.vote.DualSlotVoteFile;

/**
 * The folder in which one validator keeps everything, locked against a second node. Its identity is written last, so a
 * folder with an identity has a vote file too: one that is missing later was lost, and is never made anew in silence.
 */
public final class DataFolder implements AutoCloseable {
    /** Below this much free space a node does not start: a segment of the log, the next one, and room for the state. */
    public static final long FREE_BYTES_MIN = 256L << 20;

    private static final int DIRECTORY_ID_BYTES = 16;

    private final Path folder;
    private final FolderIdentity identity;
    private final FolderLock lock;

    private DataFolder(Path folder, FolderIdentity identity, FolderLock lock) {
        this.folder = folder;
        this.identity = identity;
        this.lock = lock;
    }

    /**
     * Creates the folder or checks that it belongs to this validator of this network, and locks it.
     *
     * @param chainIdHex 64 hexadecimal digits
     * @throws DataFolderProblem if it is in use, belongs to somebody else, is of a newer format or cannot be written
     */
    public static DataFolder open(Path folder, String chainIdHex, String validatorId) {
        try {
            Files.createDirectories(folder);
            requireFreeSpace(folder);
            FolderLock lock = FolderLock.take(folder);
            try {
                FolderIdentity identity = FolderIdentity.existsIn(folder)
                        ? FolderIdentity.read(folder)
                        : begin(folder, chainIdHex, validatorId);
                requireFit(folder, identity, chainIdHex, validatorId);
                return new DataFolder(folder, identity, lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
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

    private static FolderIdentity begin(Path folder, String chainIdHex, String validatorId) throws IOException {
        requireUnused(folder);
        byte[] directoryId = new byte[DIRECTORY_ID_BYTES];
        new SecureRandom().nextBytes(directoryId);
        FolderIdentity identity = new FolderIdentity(
                FolderIdentity.FORMAT_VERSION,
                chainIdHex,
                validatorId,
                HexFormat.of().formatHex(directoryId));
        // What an interrupted first start left behind was never used.
        Files.deleteIfExists(voteFile(folder));
        DualSlotVoteFile.create(voteFile(folder));
        identity.write(folder);
        return identity;
    }

    private static void requireUnused(Path folder) {
        if (Files.exists(logFolder(folder)) || Files.exists(stateFolder(folder))) {
            throw new DataFolderProblem("the data folder " + folder + " was in use, but its identity file is missing;"
                    + " restore the folder from the disk's own backup of this validator, or have it replaced");
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

    /** Random, made with the folder: tells a refilled folder from the lost one. 32 hexadecimal digits. */
    public String directoryId() {
        return identity.directoryId();
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

    /** Folder of the ledger state. */
    public Path stateFolder() {
        return stateFolder(folder);
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
