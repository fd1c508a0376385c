package org.khazana.ledger.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.refusal.Refusal;
import org.khazana.ledger.serial.SerialRange;

/** Says what became of a transaction: who gave and who received what, or why nothing was done. */
public final class ReceiptWords {
    private ReceiptWords() {}

    /** The result, and then one line for each posting in order, or for each refusal. */
    public static List<String> of(Receipt receipt) {
        List<String> lines = new ArrayList<>();
        if (!receipt.isAccepted()) {
            lines.add("Refused; nothing was done:");
            receipt.refusals().forEach(refusal -> lines.add("  " + refusal(refusal)));
            return lines;
        }
        lines.add(receipt.postings().isEmpty() ? "Done; no position changed." : "Done:");
        receipt.postings().forEach(posting -> lines.add("  " + posting(posting)));
        receipt.legsLeftOut()
                .forEach(leg -> lines.add(
                        "  leg " + leg.number() + " left out: " + leg.code().number() + " " + leg.code()));
        return lines;
    }

    private static String refusal(Refusal refusal) {
        String leg = refusal.leg()
                .map(why -> ", leg " + why.number() + ": " + why.code().number() + " " + why.code())
                .orElse("");
        return refusal.code().number() + " " + refusal.code() + leg;
    }

    private static String posting(Posting posting) {
        long delta = posting.delta();
        return "account " + posting.account() + (delta < 0 ? " gave " : " received ")
                + AmountWords.of(posting.asset(), Math.absExact(delta)) + serials(posting.serials()) + ": from "
                + AmountWords.grouped(posting.before()) + " to " + AmountWords.grouped(posting.after());
    }

    private static String serials(List<SerialRange> ranges) {
        return ranges.isEmpty()
                ? ""
                : ranges.stream()
                        .map(range -> range.first() + " to " + (range.end() - 1))
                        .collect(Collectors.joining(", ", ", serials ", ""));
    }
}
