package org.khazana.ledger.block;

import java.util.List;
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
                origin.validatorSetHash());
        return new Block(header, HeaderLayout.hash(header), envelopes);
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
