package org.khazana.storage.snapshot;

import java.util.List;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/**
 * Describes the whole state after one block. Validators that hold the same state make the same manifest, so that one can
 * take over from another in the middle of a transfer.
 *
 * @param last the block whose effects are the last in it, as it stands in the log
 * @param configuration who takes part from {@code last} on
 * @param totalBytes of all chunks
 * @param chunks hash of each chunk, in order; 1 to {@link #CHUNKS_MAX}
 */
public record SnapshotManifest(
        ChainId chainId, EntryMetadata last, Configuration configuration, long totalBytes, List<Hash> chunks) {
    /** Most bytes of one chunk: 1 MiB. */
    public static final int CHUNK_BYTES_MAX = 1 << 20;

    /** Most chunks, so that a manifest fits into one message: 64 GiB of state. */
    public static final int CHUNKS_MAX = 1 << 16;

    public SnapshotManifest {
        chunks = List.copyOf(chunks);
        if (chunks.isEmpty() || chunks.size() > CHUNKS_MAX) {
            throw new IllegalArgumentException("a snapshot of " + chunks.size() + " chunks");
        }
        if (totalBytes < 1 || totalBytes > (long) chunks.size() * CHUNK_BYTES_MAX) {
            throw new IllegalArgumentException(totalBytes + " bytes in " + chunks.size() + " chunks");
        }
    }

    public long height() {
        return last.index();
    }

    /** What it says of itself, but for the rows. */
    public StateExport.Origin origin() {
        return new StateExport.Origin(chainId, last, configuration);
    }

    /** Names this very state for ever: hash of the manifest's bytes. */
    public Hash id() {
        return Domain.SNAPSHOT_MANIFEST.hash(ManifestCodec.encode(this));
    }

    /** What stands in a manifest for the bytes of a chunk. */
    static Hash hashOf(byte[] chunk) {
        return Domain.STATE_CHUNK.hash(chunk);
    }
}
