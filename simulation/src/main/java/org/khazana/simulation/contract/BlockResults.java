package org.khazana.simulation.contract;

import java.util.Arrays;
import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.transaction.ChainId;

/** What blocks come to where nobody asks which blocks they are. */
public final class BlockResults {
    public static final ChainId CHAIN = new ChainId(Hash.of(new byte[Hash.BYTES]));

    private BlockResults() {}

    /** Of the founders' epoch. */
    public static BlockResult of(long height, List<Receipt> receipts, NetChanges changes) {
        return new BlockResult(height, blockHash(height), 0, receipts, changes, List.of());
    }

    /** Of the block at that height. */
    public static Hash blockHash(long height) {
        byte[] hash = new byte[Hash.BYTES];
        Arrays.fill(hash, (byte) height);
        return Hash.of(hash);
    }
}
