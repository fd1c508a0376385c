package org.khazana.ledger.block;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/**
 * What a block says beside its transactions; meanings as in {@link BlockHeader}.
 *
 * @param certificate that the block is to carry: of a lower height
 */
public record BlockOrigin(
        ChainId chainId,
        long height,
        long term,
        String proposer,
        long timeMillis,
        Hash parentHash,
        Hash validatorSetHash,
        Optional<EmbeddedCertificate> certificate) {

    /** Without a certificate. */
    public BlockOrigin(
            ChainId chainId,
            long height,
            long term,
            String proposer,
            long timeMillis,
            Hash parentHash,
            Hash validatorSetHash) {
        this(chainId, height, term, proposer, timeMillis, parentHash, validatorSetHash, Optional.empty());
    }
}
