package org.khazana.simulation.ledger;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.consensus.wire.ConfigurationCodec;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.Membership;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;

/** Entries that are blocks of the ledger, as a node makes them. */
final class BlockEntries implements EntryFactory {
    @Override
    public LogEntry create(EntryOrigin entry, EntryContent content) {
        List<Payload> proposals = content instanceof EntryContent.Proposals proposed ? proposed.proposals() : List.of();
        Membership inForce = Membership.of(ConfigurationCodec.encode(entry.inForce()));
        BlockOrigin origin = new BlockOrigin(
                Founders.CHAIN,
                entry.id().index(),
                entry.id().term().number(),
                entry.proposer().validator(),
                entry.timeMillis(),
                Hash.of(entry.parent().hash().toBytes()),
                inForce.hash());
        Block block = content instanceof EntryContent.Membership
                ? BlockAssembly.changingMembership(origin, inForce)
                : BlockAssembly.assemble(
                        origin, proposals.stream().map(Payload::bytes).toList());
        return new LogEntry(
                entry.id(),
                entry.timeMillis(),
                entry.parent().hash(),
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
