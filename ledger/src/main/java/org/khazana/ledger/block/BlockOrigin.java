package org.khazana.ledger.block;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.ChainId;

/** What a block's header says beside its transactions; meanings as in {@link BlockHeader}. */
public record BlockOrigin(
        ChainId chainId,
        long height,
        long term,
        String proposer,
        long timeMillis,
        Hash parentHash,
        Hash validatorSetHash) {}
