package org.khazana.api.port;

import java.util.List;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.transaction.TransactionId;

/** A committed block, executed by this node, and the transactions in it in order. */
public record BlockSummary(BlockHeader header, Hash hash, List<TransactionId> transactions) {
    public BlockSummary {
        transactions = List.copyOf(transactions);
    }
}
