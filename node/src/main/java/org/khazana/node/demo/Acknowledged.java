package org.khazana.node.demo;

import java.util.List;
import java.util.Optional;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.ReceiptJson.PostingJson;
import org.khazana.api.json.ReceiptJson.SerialsJson;

/**
 * A transaction for which a validator has given a receipt, be it done or refused: from here on it must never be lost.
 *
 * @param what it did, for people
 * @param envelope the exact bytes that were sent; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Acknowledged(String what, byte[] envelope, ReceiptJson receipt) {
    String id() {
        return receipt.transactionId();
    }

    /**
     * What came to the buyer of tokens of the bill.
     *
     * @throws DemoFailed if nobody got any
     */
    PostingJson bought() {
        return receipt.postings().stream()
                .filter(posting -> posting.asset().equals(Bill.ISIN.text())
                        && Long.parseLong(posting.after()) > Long.parseLong(posting.before()))
                .findFirst()
                .orElseThrow(() -> new DemoFailed(what + " brought nobody any tokens"));
    }

    /** The serials of the bill's tokens that came into the account or left it, as the receipt tells them; none if there are none. */
    List<SerialsJson> serialsIn(Holder holder) {
        return receipt.postings().stream()
                .filter(posting -> posting.account() == holder.account().number()
                        && posting.asset().equals(Bill.ISIN.text()))
                .flatMap(posting ->
                        Optional.ofNullable(posting.serials()).stream().flatMap(List::stream))
                .toList();
    }
}
