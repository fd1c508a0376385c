package org.khazana.storage.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.wire.ConfigurationCodec;
import org.khazana.consensus.wire.MalformedMessage;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/** What a snapshot says of itself, as bytes: the beginning of a manifest, and the whole of what lies beside a state on disk. */
final class OriginCodec {
    private static final int VERSION = 1;
    static final int FIXED_BYTES = Hash.BYTES + 3 * Long.BYTES + EntryHash.BYTES;
    static final int BYTES_MAX = Short.BYTES + FIXED_BYTES + ConfigurationCodec.BYTES_MAX;

    private OriginCodec() {}

    static byte[] encode(StateExport.Origin origin) {
        byte[] configuration = ConfigurationCodec.encode(origin.configuration());
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES + FIXED_BYTES + configuration.length);
        bytes.putShort((short) VERSION);
        putBlock(bytes, origin.chainId(), origin.last());
        return bytes.put(configuration).array();
    }

    static void putBlock(ByteBuffer bytes, ChainId chainId, EntryMetadata last) {
        bytes.put(chainId.hash().toBytes())
                .putLong(last.index())
                .putLong(last.term().number())
                .putLong(last.timeMillis())
                .put(last.hash().toBytes());
    }

    static StateExport.Origin decode(byte[] bytes) throws MalformedSnapshot {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int version = in.getShort();
            if (version != VERSION) {
                throw new MalformedSnapshot("it is of version " + version);
            }
            ChainId chainId = new ChainId(Hash.of(bytes(in, Hash.BYTES)));
            EntryMetadata last = block(in);
            Configuration configuration = ConfigurationCodec.decode(bytes(in, in.remaining()));
            return new StateExport.Origin(chainId, last, configuration);
        } catch (BufferUnderflowException | IllegalArgumentException | MalformedMessage e) {
            throw new MalformedSnapshot("what it says of itself is cut short or wrong: " + e.getMessage(), e);
        }
    }

    static EntryMetadata block(ByteBuffer in) {
        long height = in.getLong();
        Term term = new Term(in.getLong());
        long timeMillis = in.getLong();
        return new EntryMetadata(new EntryId(term, height), timeMillis, EntryHash.of(bytes(in, EntryHash.BYTES)));
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
