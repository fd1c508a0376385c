package org.khazana.ledger.execution;

import java.util.List;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.table.NetChanges;

/**
 * What executing one block came to; to be written in one atomic step together with the height.
 *
 * @param receipts one for each transaction, in order
 * @param changes to the state that the block found
 * @param alarms what was found to be wrong with the ledger itself, for people; business has stopped then
 */
public record BlockResult(long height, List<Receipt> receipts, NetChanges changes, List<String> alarms) {
    public BlockResult {
        receipts = List.copyOf(receipts);
        alarms = List.copyOf(alarms);
    }

    /** Nothing was found to be wrong. */
    public BlockResult(long height, List<Receipt> receipts, NetChanges changes) {
        this(height, receipts, changes, List.of());
    }
}
