package org.khazana.storage.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.wire.ConfigurationCodec;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/** Manifests as bytes; a manifest has one byte form, and any other is refused. Layout: {@code docs/proofs.md}. */
public final class ManifestCodec {
    private static final int VERSION = 1;
    private static final int FIXED_BYTES = Short.BYTES + OriginCodec.FIXED_BYTES + Long.BYTES + 2 * Integer.BYTES;

    /** Most bytes of an encoded manifest. */
    public static final int BYTES_MAX =
            FIXED_BYTES + ConfigurationCodec.BYTES_MAX + SnapshotManifest.CHUNKS_MAX * Hash.BYTES;

    private ManifestCodec() {}

    public static byte[] encode(SnapshotManifest manifest) {
        byte[] configuration = ConfigurationCodec.encode(manifest.configuration());
        ByteBuffer bytes = ByteBuffer.allocate(
                FIXED_BYTES + configuration.length + manifest.chunks().size() * Hash.BYTES);
        bytes.putShort((short) VERSION);
        OriginCodec.putBlock(bytes, manifest.chainId(), manifest.last());
        bytes.putLong(manifest.totalBytes())
                .putInt(configuration.length)
                .put(configuration)
                .putInt(manifest.chunks().size());
        manifest.chunks().forEach(chunk -> bytes.put(chunk.toBytes()));
        return bytes.array();
    }

    /**
     * Reads one whole manifest.
     *
     * @throws MalformedSnapshot if {@code bytes} are anything else
     */
    public static SnapshotManifest decode(byte[] bytes) throws MalformedSnapshot {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            SnapshotManifest manifest = read(in);
            if (in.hasRemaining() || !Arrays.equals(bytes, encode(manifest))) {
                throw new MalformedSnapshot("a manifest that is not in its only form");
            }
            return manifest;
        } catch (BufferUnderflowException | IllegalArgumentException | MalformedMessage e) {
            throw new MalformedSnapshot("a manifest that is cut short or holds a wrong value: " + e.getMessage(), e);
        }
    }

    private static SnapshotManifest read(ByteBuffer in) throws MalformedSnapshot, MalformedMessage {
        int version = in.getShort();
        if (version != VERSION) {
            throw new MalformedSnapshot("a manifest of version " + version);
        }
        ChainId chainId = new ChainId(hash(in));
        EntryMetadata last = OriginCodec.block(in);
        long totalBytes = in.getLong();
        Configuration configuration =
                ConfigurationCodec.decode(bytes(in, bounded(in.getInt(), ConfigurationCodec.BYTES_MAX)));
        int count = bounded(in.getInt(), SnapshotManifest.CHUNKS_MAX);
        List<Hash> chunks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chunks.add(hash(in));
        }
        return new SnapshotManifest(chainId, last, configuration, totalBytes, chunks);
    }

    private static int bounded(int number, int max) throws MalformedSnapshot {
        if (number < 0 || number > max) {
            throw new MalformedSnapshot(number + " where at most " + max + " are allowed");
        }
        return number;
    }

    private static Hash hash(ByteBuffer in) {
        return Hash.of(bytes(in, Hash.BYTES));
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }
}
