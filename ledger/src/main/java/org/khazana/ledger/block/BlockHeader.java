package org.khazana.ledger.block;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/**
 * What the block hash is over. Byte layout: {@code docs/proofs.md}.
 *
 * @param version of this layout, 2
 * @param height 1 or more; equal to the index of the log entry
 * @param term of the leader that made the block
 * @param proposer member id of that leader
 * @param timeMillis milliseconds since 1970 UTC, never less than the parent's
 * @param parentHash hash of the block before; of the genesis for height 1
 * @param transactionsRoot Merkle root over the envelopes in order
 * @param validatorSetHash hash of who takes part in consensus from this block on: of the membership that this block
 *     carries, or else of what was in force before
 * @param certificateHash of the certificate that this block carries; {@link Hash#ZEROS} if it carries none
 */
public record BlockHeader(
        int version,
        ChainId chainId,
        long height,
        long term,
        String proposer,
        long timeMillis,
        Hash parentHash,
        Hash transactionsRoot,
        int transactionCount,
        Hash validatorSetHash,
        Hash certificateHash) {
    public static final int VERSION = 2;
}
