package org.khazana.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.words.ReceiptWords;
import org.khazana.ledger.words.TransactionWords;

/** Says what was proved: where and when, who asked for what, what became of it. */
final class ProofWords {
    private ProofWords() {}

    static List<String> of(Verdict.Proved proved) {
        Receipt receipt = proved.receipt();
        List<String> lines = new ArrayList<>();
        lines.add("Block " + receipt.height() + " of network " + proved.header().chainId() + ", "
                + Instant.ofEpochMilli(receipt.blockTimeMillis()) + ", position " + receipt.position() + " among "
                + proved.header().transactionCount() + " transactions: " + receipt.transactionId());
        proved.body()
                .ifPresentOrElse(
                        body -> lines.addAll(TransactionWords.of(body)),
                        () -> lines.add("An envelope that was no transaction."));
        lines.addAll(ReceiptWords.of(receipt));
        return lines;
    }
}
