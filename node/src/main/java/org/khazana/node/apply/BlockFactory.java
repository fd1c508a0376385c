package org.khazana.node.apply;

import java.util.List;
import java.util.Optional;
import org.khazana.consensus.log.EntryContent;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryOrigin;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Payload;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.port.EntryFactory;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.node.membership.Roster;

/**
 * Makes a log entry out of waiting envelopes, or out of a change of membership: the entry is a block, and the entry's hash
 * is the block's.
 */
public final class BlockFactory implements EntryFactory {
    private final ChainId chainId;
    private final ProposalSigner signer;
    private final Certificates certificates;

    /** Signs the header of a block for this validator. The same header always gives the same signature. */
    @FunctionalInterface
    public interface ProposalSigner {
        HeaderSignature sign(BlockHeader header);
    }

    /** Says what is known to be certified. Asked for each block once, in order; must not wait. */
    @FunctionalInterface
    public interface Certificates {
        /** What the block of that term and height is to carry: of a lower height. */
        Optional<EmbeddedCertificate> forBlock(long term, long height);
    }

    /**
     * Blocks of this chain. What a leader signs may leave before it is durable here, since the term is: whoever has lost what it
     * proposed never leads that term again.
     */
    public BlockFactory(ChainId chainId, ProposalSigner signer, Certificates certificates) {
        this.chainId = chainId;
        this.signer = signer;
        this.certificates = certificates;
    }

    @Override
    public LogEntry create(EntryOrigin entry, EntryContent content) {
        return switch (content) {
            case EntryContent.Proposals proposed ->
                entry(entry, BlockAssembly.assemble(origin(entry), envelopes(proposed)), Optional.empty());
            case EntryContent.Membership(Configuration next) ->
                entry(
                        entry,
                        BlockAssembly.changingMembership(origin(entry), Roster.membership(next)),
                        Optional.of(next));
        };
    }

    private static List<byte[]> envelopes(EntryContent.Proposals proposed) {
        return proposed.proposals().stream().map(Payload::bytes).toList();
    }

    private BlockOrigin origin(EntryOrigin entry) {
        long height = entry.id().index();
        long term = entry.id().term().number();
        return new BlockOrigin(
                chainId,
                height,
                term,
                entry.proposer().validator(),
                entry.timeMillis(),
                Hash.of(entry.parent().hash().toBytes()),
                Roster.membership(entry.inForce()).hash(),
                certificates.forBlock(term, height));
    }

    private LogEntry entry(EntryOrigin entry, Block block, Optional<Configuration> configuration) {
        Block signed = block.signedWith(signer.sign(block.header()));
        return new LogEntry(
                entry.id(),
                entry.timeMillis(),
                entry.parent().hash(),
                EntryHash.of(block.hash().toBytes()),
                Payload.wrap(BlockCodec.encode(signed)),
                configuration);
    }
}
