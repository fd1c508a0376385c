package org.khazana.ledger.block;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;

/** Puts blocks together. Pure: the same arguments give the same block. */
public final class BlockAssembly {
    private BlockAssembly() {}

    /**
     * The block with these envelopes in this order.
     *
     * @param envelopes within {@link BlockLimits}; shared, not to be written to
     */
    public static Block assemble(BlockOrigin origin, List<byte[]> envelopes) {
        Invariant.check(areWithinLimits(envelopes), "a block of %s envelopes is beyond its limits", envelopes.size());
        return assemble(origin, envelopes, Optional.empty());
    }

    /**
     * The block that says who takes part in consensus from now on; it carries no transactions.
     *
     * @param membership whose hash the origin names
     */
    public static Block changingMembership(BlockOrigin origin, Membership membership) {
        Invariant.check(
                membership.hash().equals(origin.validatorSetHash()), "the header would name another membership");
        return assemble(origin, List.of(), Optional.of(membership));
    }

    private static Block assemble(BlockOrigin origin, List<byte[]> envelopes, Optional<Membership> membership) {
        BlockHeader header = new BlockHeader(
                BlockHeader.VERSION,
                origin.chainId(),
                origin.height(),
                origin.term(),
                origin.proposer(),
                origin.timeMillis(),
                origin.parentHash(),
                transactionsRoot(envelopes),
                envelopes.size(),
                origin.validatorSetHash(),
                origin.certificate().map(EmbeddedCertificate::hash).orElse(Hash.ZEROS));
        return new Block(
                header, HeaderLayout.hash(header), envelopes, membership, origin.certificate(), Optional.empty());
    }

    /** Merkle root over the exact bytes of the envelopes in order. */
    public static Hash transactionsRoot(List<byte[]> envelopes) {
        return MerkleTree.root(
                envelopes.stream().map(Domain.ENVELOPE_LEAF::hash).toList());
    }

    /** Whether these envelopes fit into one block. */
    public static boolean areWithinLimits(List<byte[]> envelopes) {
        long bytes = envelopes.stream().mapToLong(envelope -> envelope.length).sum();
        return envelopes.size() <= BlockLimits.TRANSACTIONS_MAX && bytes <= BlockLimits.ENVELOPES_BYTES_MAX;
    }
}
