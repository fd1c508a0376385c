package org.khazana.simulation.ledger;

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
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;

/** Entries that are blocks of the ledger, as a node makes them. */
final class BlockEntries implements EntryFactory {
    @Override
    public LogEntry create(EntryId id, EntryMetadata parent, long timeMillis, MemberId proposer, EntryContent content) {
        List<Payload> proposals = content instanceof EntryContent.Proposals proposed ? proposed.proposals() : List.of();
        BlockOrigin origin = new BlockOrigin(
                Founders.CHAIN,
                id.index(),
                id.term().number(),
                proposer.validator(),
                timeMillis,
                Hash.of(parent.hash().toBytes()),
                Founders.CHAIN.hash());
        Block block = BlockAssembly.assemble(
                origin, proposals.stream().map(Payload::bytes).toList());
        return new LogEntry(
                id,
                timeMillis,
                parent.hash(),
                EntryHash.of(block.hash().toBytes()),
                Payload.wrap(BlockCodec.encode(block)),
                content instanceof EntryContent.Membership membership
                        ? Optional.of(membership.configuration())
                        : Optional.empty());
    }

    static Block blockIn(LogEntry entry) {
        try {
            return BlockCodec.decode(entry.payload().bytes());
        } catch (MalformedBlock malformed) {
            throw new IllegalStateException("entry " + entry.id() + " is no block", malformed);
        }
    }
}
