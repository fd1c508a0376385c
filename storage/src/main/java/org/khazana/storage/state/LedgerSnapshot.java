package org.khazana.storage.state;

import java.util.Optional;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.TransactionId;

/** The whole state as it stood after one block. Usable only while {@link LedgerStore#read} runs. */
public interface LedgerSnapshot extends LedgerView {

    /** Height of the last block whose effects are seen; 0 for the founding state. */
    long height();

    /** The receipt that stands for the transaction. */
    Optional<Receipt> receipt(TransactionId transactionId);
}
