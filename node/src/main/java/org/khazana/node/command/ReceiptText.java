package org.khazana.node.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.ReceiptJson.LegJson;
import org.khazana.api.json.ReceiptJson.PostingJson;
import org.khazana.api.json.ReceiptJson.RefusalJson;

/** Receipts, and what might become receipts, for people. */
final class ReceiptText {
    private ReceiptText() {}

    static String of(ReceiptJson receipt) {
        List<String> lines = result("Done.", "Refused", receipt.refusals());
        lines.add("transaction " + receipt.transactionId());
        lines.add("block " + receipt.height() + ", number " + receipt.position() + " in it, " + receipt.blockTime());
        lines.addAll(postings(receipt.postings()));
        lines.addAll(leftOut(receipt.legsLeftOut()));
        return String.join("\n", lines);
    }

    static String of(CheckJson check) {
        List<String> lines = result("Would be carried out.", "Would be refused", check.refusals());
        lines.add("transaction " + check.transactionId());
        lines.add("after block " + check.height());
        lines.addAll(postings(check.postings()));
        lines.addAll(leftOut(check.legsLeftOut()));
        return String.join("\n", lines);
    }

    private static List<String> result(String done, String refused, @Nullable List<RefusalJson> refusals) {
        List<String> lines = new ArrayList<>();
        if (refusals == null) {
            lines.add(done);
        } else {
            refusals.forEach(
                    refusal -> lines.add(refused + ": " + refusal.code() + " " + refusal.name() + leg(refusal) + "."));
        }
        return lines;
    }

    private static List<String> postings(List<PostingJson> postings) {
        return postings.stream()
                .map(posting -> "account " + posting.account() + ": " + posting.asset() + " from " + posting.before()
                        + " to " + posting.after())
                .toList();
    }

    private static List<String> leftOut(@Nullable List<LegJson> legs) {
        return legs == null
                ? List.of()
                : legs.stream()
                        .map(leg -> "leg " + leg.number() + " left out: " + leg.code() + " " + leg.name())
                        .toList();
    }

    private static String leg(RefusalJson refusal) {
        LegJson leg = refusal.leg();
        return leg == null ? "" : ", leg " + leg.number() + ": " + leg.code() + " " + leg.name();
    }
}
