package org.khazana.ledger.block;

import java.nio.ByteBuffer;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/**
 * The one byte form of a block header: 222 bytes, all numbers big-endian, the proposer's id padded with zero bytes.
 * Layout: {@code docs/proofs.md}.
 */
public final class HeaderLayout {
    public static final int BYTES = 222;

    private HeaderLayout() {}

    /**
     * Writes a header.
     *
     * @throws IllegalArgumentException if the proposer's id is not 1 to 32 characters of {@code a-z 0-9 -}
     */
    public static byte[] encode(BlockHeader header) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putShort((short) header.version());
        bytes.put(header.chainId().hash().toBytes());
        bytes.putLong(header.height());
        bytes.putLong(header.term());
        bytes.put(PaddedId.encode(header.proposer()));
        bytes.putLong(header.timeMillis());
        bytes.put(header.parentHash().toBytes());
        bytes.put(header.transactionsRoot().toBytes());
        bytes.putInt(header.transactionCount());
        bytes.put(header.validatorSetHash().toBytes());
        bytes.put(header.certificateHash().toBytes());
        return bytes.array();
    }

    /**
     * Reads a header; what it returns encodes to the same bytes.
     *
     * @throws IllegalArgumentException saying what is wrong, if these bytes are not the form of any header
     */
    public static BlockHeader decode(byte[] header) {
        require(header.length == BYTES, "a block header has 222 bytes, not " + header.length);
        ByteBuffer bytes = ByteBuffer.wrap(header);
        int version = bytes.getShort();
        require(version == BlockHeader.VERSION, "unknown version of the block header: " + version);
        BlockHeader decoded = new BlockHeader(
                version,
                new ChainId(readHash(bytes)),
                bytes.getLong(),
                bytes.getLong(),
                readProposer(bytes),
                bytes.getLong(),
                readHash(bytes),
                readHash(bytes),
                bytes.getInt(),
                readHash(bytes),
                readHash(bytes));
        require(decoded.height() >= 1, "height below 1");
        require(decoded.term() >= 0 && decoded.timeMillis() >= 0, "negative term or time");
        require(decoded.transactionCount() >= 0, "negative number of transactions");
        return decoded;
    }

    /** The block hash: over the header's bytes. */
    public static Hash hash(BlockHeader header) {
        return Domain.BLOCK_HEADER.hash(encode(header));
    }

    /** What the proposer signs. Of another domain than the block hash, so neither passes for the other. */
    public static byte[] signingBytes(BlockHeader header) {
        return Domain.PROPOSAL.preimage(encode(header));
    }

    private static String readProposer(ByteBuffer bytes) {
        try {
            return PaddedId.decode(bytes);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("the proposer is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static Hash readHash(ByteBuffer bytes) {
        byte[] hash = new byte[Hash.BYTES];
        bytes.get(hash);
        return Hash.of(hash);
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
