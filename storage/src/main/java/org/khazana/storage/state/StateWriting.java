package org.khazana.storage.state;

import org.khazana.ledger.finality.Head;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.table.TableWrites;
import org.khazana.storage.schema.StoreTables;
import org.khazana.storage.schema.StoreTables.Figure;

/** Turns receipts and figures into writes of one batch. */
record StateWriting(TableWrites writes) {

    /**
     * Keeps one receipt for each transaction, as {@link Receipt} says: the one that decided the request stands for ever;
     * one that decided nothing, such as "duplicate", is kept only while there is no other.
     */
    void keep(Receipt receipt) {
        boolean stands = writes.get(StoreTables.RECEIPTS, receipt.transactionId())
                .filter(earlier -> earlier.decidesRequest() || !receipt.decidesRequest())
                .isPresent();
        if (!stands) {
            writes.apply(StoreTables.RECEIPTS.put(receipt));
        }
    }

    /** The newest one. */
    void keep(Head head) {
        writes.write(StoreTables.NEWEST_HEAD, Figure.APPLIED_HEIGHT, head);
    }

    void setFigure(Figure figure, long number) {
        writes.write(StoreTables.FIGURES, figure, number);
    }
}
