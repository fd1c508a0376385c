package org.khazana.ledger.proof;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.TransactionBody;

/** What a settlement proof came to. */
public sealed interface Verdict {

    /**
     * As far as the anchor can be trusted, this stands in the ledger.
     *
     * @param header of the block
     * @param receipt what became of the transaction
     * @param body what was asked for; empty for an envelope that was no transaction, and was refused for that
     */
    record Proved(BlockHeader header, Receipt receipt, Optional<TransactionBody> body) implements Verdict {
        /** What was proved, line by line, in plain words: nothing but what stands in the bytes that were checked. */
        public List<String> words() {
            return ProofWords.of(this);
        }
    }

    /**
     * Nothing is proved.
     *
     * @param sentence what does not fit, for people
     */
    record Doubted(Doubt doubt, String sentence) implements Verdict {}
}
