package org.khazana.node.apply;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.BlockCodec;

/** Makes a log entry out of waiting envelopes: the entry is a block, and the entry's hash is the block's. */
public final class BlockFactory implements EntryFactory {
    private final ChainId chainId;
    private final Hash validatorSetHash;

    /** Blocks of this chain, made while the validators of {@code validatorSetHash} are in force. */
    public BlockFactory(ChainId chainId, Hash validatorSetHash) {
        this.chainId = chainId;
        this.validatorSetHash = validatorSetHash;
    }

    @Override
    public LogEntry create(EntryId id, EntryMetadata parent, long timeMillis, MemberId proposer, EntryContent content) {
        List<Payload> proposals = switch (content) {
            case EntryContent.Proposals proposed -> proposed.proposals();
            case EntryContent.Membership membership ->
                throw new IllegalStateException("the validators of this network do not change");
        };
        BlockOrigin origin = new BlockOrigin(
                chainId,
                id.index(),
                id.term().number(),
                proposer.validator(),
                timeMillis,
                Hash.of(parent.hash().toBytes()),
                validatorSetHash);
        Block block = BlockAssembly.assemble(
                origin, proposals.stream().map(Payload::bytes).toList());
        return new LogEntry(
                id,
                timeMillis,
                parent.hash(),
                EntryHash.of(block.hash().toBytes()),
                Payload.wrap(BlockCodec.encode(block)),
                Optional.empty());
    }
}
