package org.khazana.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.validator.Validator;
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

    static List<String> of(CertifiedVerdict.Proved proved) {
        List<String> lines = new ArrayList<>(of(proved.settlement()));
        Head certified = proved.certified();
        long height = proved.settlement().header().height();
        lines.add("Certified by " + proved.signers().size() + " of the " + proved.voterCount()
                + " validators of the genesis, who have signed "
                + (certified.height() == height
                        ? "what this block came to:"
                        : "what block " + certified.height() + " came to, and so all blocks before:"));
        proved.signers().stream()
                .sorted(Comparator.comparing(Validator::id))
                .forEach(signer -> lines.add("  " + signer.id() + ", of " + signer.organisation()));
        lines.add("As of " + Instant.ofEpochMilli(proved.settlement().header().timeMillis())
                + "; what came later is not looked at.");
        return lines;
    }
}
