package org.khazana.node.command;

import java.util.ArrayList;
import java.util.List;
import org.khazana.api.json.ReceiptJson;

/** A receipt for people. */
final class ReceiptText {
    private ReceiptText() {}

    static String of(ReceiptJson receipt) {
        List<String> lines = new ArrayList<>();
        ReceiptJson.RefusalJson refusal = receipt.refusal();
        lines.add(refusal == null ? "Done." : "Refused: " + refusal.code() + " " + refusal.name() + leg(refusal) + ".");
        lines.add("transaction " + receipt.transactionId());
        lines.add("block " + receipt.height() + ", number " + receipt.position() + " in it, " + receipt.blockTime());
        receipt.postings()
                .forEach(posting -> lines.add("account " + posting.account() + ": " + posting.asset() + " from "
                        + posting.before() + " to " + posting.after()));
        return String.join("\n", lines);
    }

    private static String leg(ReceiptJson.RefusalJson refusal) {
        ReceiptJson.LegJson leg = refusal.leg();
        return leg == null ? "" : ", leg " + leg.number() + ": " + leg.code() + " " + leg.name();
    }
}
