package org.khazana.storage.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.storage.rocksdb.RowSource;

/** A state ready to be handed out: its manifest, and where each chunk begins. Lasts as long as the rows are held. */
public final class StateExport {
    private final RowSource rows;
    private final SnapshotManifest manifest;
    private final List<byte[]> starts;

    private StateExport(RowSource rows, SnapshotManifest manifest, List<byte[]> starts) {
        this.rows = rows;
        this.manifest = manifest;
        this.starts = starts;
    }

    /** What a snapshot says of itself beside its rows. */
    public record Origin(ChainId chainId, EntryMetadata last, Configuration configuration) {}

    /**
     * Reads the whole state once.
     *
     * @param rows held on to at {@code origin.last()}
     * @return empty if the state is larger than a snapshot may be
     */
    public static Optional<StateExport> of(RowSource rows, Origin origin) {
        List<byte[]> starts = new ArrayList<>();
        List<Hash> hashes = new ArrayList<>();
        long totalBytes = 0;
        Optional<byte[]> next = Optional.of(new byte[0]);
        while (next.isPresent() && hashes.size() < SnapshotManifest.CHUNKS_MAX) {
            ChunkCut cut = ChunkCut.of(rows, next.get());
            starts.add(next.get());
            hashes.add(SnapshotManifest.hashOf(cut.bytes()));
            totalBytes += cut.bytes().length;
            next = cut.next();
        }
        if (next.isPresent()) {
            return Optional.empty();
        }
        SnapshotManifest manifest =
                new SnapshotManifest(origin.chainId(), origin.last(), origin.configuration(), totalBytes, hashes);
        return Optional.of(new StateExport(rows, manifest, starts));
    }

    public SnapshotManifest manifest() {
        return manifest;
    }

    /** The bytes of a chunk, counted from 0. */
    public byte[] chunk(int index) {
        return ChunkCut.of(rows, starts.get(index)).bytes();
    }
}
