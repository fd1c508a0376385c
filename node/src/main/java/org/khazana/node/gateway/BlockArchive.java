package org.khazana.node.gateway;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.khazana.api.port.BlockSummary;
import org.khazana.consensus.port.LogReader;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

/** The blocks that this node has executed. What lies beyond in the log may never be committed, so it is not shown. */
public final class BlockArchive {
    private final ChainId chainId;
    private final LogReader log;
    private final LongSupplier executedHeight;

    public BlockArchive(ChainId chainId, LogReader log, LongSupplier executedHeight) {
        this.chainId = chainId;
        this.log = log;
        this.executedHeight = executedHeight;
    }

    Optional<BlockSummary> block(long height) {
        return whole(height).map(this::summary);
    }

    /** All of a block, with the exact bytes of its envelopes. */
    Optional<Block> whole(long height) {
        if (height < 1 || height > executedHeight.getAsLong()) {
            return Optional.empty();
        }
        return log.read(height, height, Long.MAX_VALUE).stream()
                .findFirst()
                .map(entry -> decoded(entry.payload().bytes()));
    }

    /** The header of a block. */
    Optional<BlockHeader> header(long height) {
        return whole(height).map(Block::header);
    }

    /** The height before the first block that is kept. */
    long forgottenThrough() {
        return log.base().index();
    }

    Optional<BlockSummary> latest() {
        return block(executedHeight.getAsLong());
    }

    private BlockSummary summary(Block block) {
        List<TransactionId> transactions =
                block.envelopes().stream().map(this::idOf).toList();
        return new BlockSummary(block.header(), block.hash(), transactions);
    }

    private static Block decoded(byte[] bytes) {
        try {
            return BlockCodec.decode(bytes);
        } catch (MalformedBlock e) {
            throw new IllegalStateException("an executed block cannot be read: " + e.getMessage(), e);
        }
    }

    private TransactionId idOf(byte[] envelope) {
        try {
            return TransactionCodec.decode(chainId, envelope).id();
        } catch (MalformedTransaction e) {
            return TransactionCodec.idOfMalformed(envelope); // refused, and its receipt has this id
        }
    }
}
