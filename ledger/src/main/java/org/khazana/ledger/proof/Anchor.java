package org.khazana.ledger.proof;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.transaction.ChainId;

/**
 * What is known of one block before a proof about it is looked at, and on whose word the proof then stands: a head that enough
 * validators have signed says just this. A proof never brings its own anchor.
 *
 * @param receiptsRoot over the receipts of that block, see {@link ReceiptTree#root()}
 */
public record Anchor(ChainId chainId, long height, Hash blockHash, Hash receiptsRoot) {
    /** What a head that is believed says of its block. */
    static Anchor of(Head head) {
        return new Anchor(head.chainId(), head.height(), head.blockHash(), head.receiptsRoot());
    }
}
