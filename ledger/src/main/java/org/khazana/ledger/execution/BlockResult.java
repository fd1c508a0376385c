package org.khazana.ledger.execution;

import java.util.List;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.table.NetChanges;

/**
 * What executing one block came to; to be written in one atomic step together with the height.
 *
 * @param blockHash of the block
 * @param epoch of the validators that were in force before the block
 * @param receipts one for each transaction, in order
 * @param changes to the state that the block found
 * @param alarms what was found to be wrong with the ledger itself, for people; business has stopped then
 */
public record BlockResult(
        long height, Hash blockHash, long epoch, List<Receipt> receipts, NetChanges changes, List<String> alarms) {
    public BlockResult {
        receipts = List.copyOf(receipts);
        alarms = List.copyOf(alarms);
    }
}
