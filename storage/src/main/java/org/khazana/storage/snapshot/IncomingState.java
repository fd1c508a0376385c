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
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.Vouched;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.Tables;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.rocksdb.RocksStore;
import org.khazana.storage.rocksdb.Row;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoredHeads;
import org.khazana.storage.schema.StoredSteps;

/**
 * A state that is being fetched, put together beside the one the node runs on. Each chunk is written together with how many
 * there are by now, so that after a restart fetching goes on where it was. One thread. A failure of the disk is thrown as
 * {@link UncheckedIOException} and costs nothing but what was fetched.
 */
public final class IncomingState implements AutoCloseable {
    private final SnapshotPaths paths;
    private final SnapshotManifest manifest;
    private final SnapshotVoucher voucher;
    private final RocksStore rocks;

    private IncomingState(SnapshotPaths paths, SnapshotManifest manifest, SnapshotVoucher voucher, RocksStore rocks) {
        this.paths = paths;
        this.manifest = manifest;
        this.voucher = voucher;
        this.rocks = rocks;
    }

    /** Goes on with what was begun before, in this process or an earlier one. */
    public static Optional<IncomingState> resume(SnapshotPaths paths) {
        try {
            if (Files.exists(paths.installing()) || !Files.exists(paths.incomingManifest())) {
                return Optional.empty();
            }
            SnapshotManifest manifest = SealedFile.read(paths.incomingManifest());
            SnapshotVoucher voucher =
                    VoucherCodec.decode(SealedFile.read(paths.incomingVoucher(), VoucherCodec.BYTES_MAX));
            return Optional.of(new IncomingState(paths, manifest, voucher, open(paths)));
        } catch (MalformedSnapshot | DataFolderProblem damaged) {
            discard(paths);
            return Optional.empty();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    /** Begins to fetch what {@code manifest} describes, which must be vouched for; what was begun before is deleted. */
    public static IncomingState begin(SnapshotPaths paths, SnapshotManifest manifest, SnapshotVoucher voucher) {
        Invariant.check(!Files.exists(paths.installing()), "a snapshot is fetched while another is being installed");
        discard(paths);
        try {
            Files.createDirectories(paths.incoming());
            SealedFile.syncFolderOf(paths.incoming());
            SealedFile.write(paths.incomingVoucher(), VoucherCodec.encode(voucher));
            SealedFile.write(paths.incomingManifest(), manifest);
            return new IncomingState(paths, manifest, voucher, open(paths));
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

    public SnapshotVoucher voucher() {
        return voucher;
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
     * Brings the whole state to stable storage and asks everything about it once more: validators must vouch for its head, the rows must be
     * those of the manifest and of the head, and the positions must bear out the assets.
     *
     * @throws MalformedSnapshot with the first doubt
     */
    public void verify(VoucherCheck vouchers) throws MalformedSnapshot {
        Invariant.check(isComplete(), "only %s chunks are there", nextChunk());
        Vouched vouched = vouchers.check(manifest.origin(), voucher);
        rocks.flush();
        try (PinnedRows rows = rocks.pin()) {
            MalformedSnapshot.require(
                    StateExport.of(rows, manifest.origin())
                            .filter(export -> export.manifest().equals(manifest))
                            .isPresent(),
                    SnapshotDoubt.STATE_DIFFERENT,
                    "the state put together is not the one that was promised");
        }
        StateCheck.requireStateOf(vouched.head(), rocks);
    }

    /**
     * Makes the verified state ready to be used: how validators followed one another, and the certificate, are kept from now on; and a copy
     * becomes the kept snapshot when the state is put in place.
     */
    public void settle() {
        Testimony testimony = voucher.testimony();
        rocks.write(writes -> {
            testimony.steps().forEach(step -> StoredSteps.write(step, writes));
            // One of a later head is got again when that block is executed; until then it would hide that somebody
            // comes to another head.
            if (testimony.certificate().head().height() == manifest.height()) {
                StoredHeads.write(testimony.certificate(), writes);
            }
        });
        try {
            SealedFile.deleteAll(paths.incomingKept());
            Files.createDirectories(paths.incomingKept());
            rocks.copyTo(paths.incomingKept().resolve("state"));
            KeptSnapshot.writeDescription(paths.incomingKept(), manifest.origin(), voucher);
        } catch (IOException failure) {
            throw failed(failure);
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
