package org.khazana.storage.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.khazana.consensus.Invariant;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.Recount;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.state.TreeRebuilding;

/**
 * A state that is being fetched, put together beside the one the node runs on. Each chunk is written together with how many
 * there are by now, so that after a restart fetching goes on where it was. One thread. A failure of the disk is thrown as
 * {@link UncheckedIOException} and costs nothing but what was fetched.
 */
public final class IncomingState implements AutoCloseable {
    private final SnapshotManifest manifest;
    private final RocksStore rocks;

    private IncomingState(SnapshotManifest manifest, RocksStore rocks) {
        this.manifest = manifest;
        this.rocks = rocks;
    }

    /** Goes on with what was begun before, in this process or an earlier one. */
    public static Optional<IncomingState> resume(SnapshotPaths paths) {
        try {
            if (Files.exists(paths.installing()) || !Files.exists(paths.incomingManifest())) {
                return Optional.empty();
            }
            SnapshotManifest manifest = SealedFile.read(paths.incomingManifest());
            return Optional.of(new IncomingState(manifest, open(paths)));
        } catch (MalformedSnapshot | DataFolderProblem damaged) {
            discard(paths);
            return Optional.empty();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Begins to fetch what {@code manifest} describes; what was begun before is deleted. */
    public static IncomingState begin(SnapshotPaths paths, SnapshotManifest manifest) {
        Invariant.check(!Files.exists(paths.installing()), "a snapshot is fetched while another is being installed");
        discard(paths);
        try {
            Files.createDirectories(paths.incoming());
            SealedFile.syncFolderOf(paths.incoming());
            SealedFile.write(paths.incomingManifest(), manifest);
            return new IncomingState(manifest, open(paths));
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static RocksStore open(SnapshotPaths paths) {
        return RocksStore.open(paths.incomingState(), StoreTables.all());
    }

    /** At a start: deletes what was begun to be fetched if the state in use is as new. */
    public static void discardOutdated(SnapshotPaths paths, long appliedHeight) {
        try {
            if (Files.exists(paths.incomingManifest())
                    && SealedFile.read(paths.incomingManifest()).height() <= appliedHeight) {
                discard(paths);
            }
        } catch (MalformedSnapshot damaged) {
            discard(paths);
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Deletes what was fetched; the manifest first, without which the rest is nothing. */
    public static void discard(SnapshotPaths paths) {
        try {
            Files.deleteIfExists(paths.incomingManifest());
            SealedFile.deleteAll(paths.incoming());
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    public SnapshotManifest manifest() {
        return manifest;
    }

    /** Number of the chunk that is to come next, from 0; the number of all chunks when none is missing. */
    public int nextChunk() {
        return Math.toIntExact(rocks.loadingMark());
    }

    public boolean isComplete() {
        return nextChunk() == manifest.chunks().size();
    }

    /**
     * Takes in chunk {@link #nextChunk}.
     *
     * @throws MalformedSnapshot if it is not the one that the manifest promised, or holds what this program does not know;
     *     nothing is written then
     */
    public void take(byte[] chunk) throws MalformedSnapshot {
        int index = nextChunk();
        if (!SnapshotManifest.hashOf(chunk).equals(manifest.chunks().get(index))) {
            throw new MalformedSnapshot("chunk " + index + " is not the one that was promised");
        }
        List<Row> rows = ChunkCodec.decode(chunk);
        Set<Byte> known = StoreTables.ofState().stream()
                .map(table -> (byte) table.number())
                .collect(Collectors.toSet());
        for (Row row : rows) {
            if (!known.contains(row.key()[0])) {
                throw new MalformedSnapshot(
                        "chunk " + index + " holds a table number " + Byte.toUnsignedInt(row.key()[0])
                                + ", which this Khazana does not know; a newer one is needed");
            }
        }
        rocks.load(rows, index + 1L);
    }

    /** Who takes part according to the state, once it is complete; empty if that never changed since the founding. */
    public Optional<Membership> membership() {
        return rocks.newest().get(Tables.MEMBERSHIP, RegisterKey.MEMBERSHIP);
    }

    /**
     * Brings the whole state to stable storage and counts everything once more: the rows must be those of the manifest, and
     * the positions must bear out the assets.
     *
     * @throws MalformedSnapshot if they do not
     */
    public void verify() throws MalformedSnapshot {
        Invariant.check(isComplete(), "only %s chunks are there", nextChunk());
        rocks.flush();
        try (PinnedRows rows = rocks.pin()) {
            StateExport.Origin origin =
                    new StateExport.Origin(manifest.chainId(), manifest.last(), manifest.configuration());
            if (StateExport.of(rows, origin)
                    .filter(export -> export.manifest().equals(manifest))
                    .isEmpty()) {
                throw new MalformedSnapshot("the state put together is not the one that was promised");
            }
        }
        long height = StoreTables.figure(StoreTables.Figure.APPLIED_HEIGHT, rocks.newest())
                .orElseThrow(() -> new MalformedSnapshot("the state was never founded"));
        if (height != manifest.height()) {
            throw new MalformedSnapshot("the state is that of block " + height + ", not " + manifest.height());
        }
        verifyHead();
        List<String> mismatches = Recount.mismatches(rocks.newest());
        if (!mismatches.isEmpty()) {
            throw new MalformedSnapshot("the state does not add up: " + mismatches.get(0));
        }
    }

    /** What validators sign is about this very state, and about the block that the manifest names. */
    private void verifyHead() throws MalformedSnapshot {
        Head head = StoreTables.newestHead(rocks.newest())
                .orElseThrow(() -> new MalformedSnapshot("the state has no head"));
        if (head.height() != manifest.height()
                || !head.chainId().equals(manifest.chainId())
                || !head.blockHash().equals(Hash.of(manifest.last().hash().toBytes()))) {
            throw new MalformedSnapshot("the head in the state is that of another block");
        }
        if (!new TreeRebuilding(rocks).rebuild(head).equals(head.stateRoot())) {
            throw new MalformedSnapshot("the state is not the one that its head names");
        }
    }

    @Override
    public void close() {
        rocks.close();
    }

    private static UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException("a fetched state cannot be kept: " + failure, failure);
    }
}
