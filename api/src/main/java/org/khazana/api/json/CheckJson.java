package org.khazana.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.api.json.ReceiptJson.LegJson;
import org.khazana.api.json.ReceiptJson.PostingJson;
import org.khazana.api.json.ReceiptJson.RefusalJson;
import org.khazana.api.port.LedgerGateway.Reading;
import org.khazana.ledger.execution.DryRun;

/**
 * What a transaction would come to if it were the next one.
 *
 * @param transactionId 64 hexadecimal digits
 * @param height of the block after which it would come
 * @param result {@code done} or {@code refused}
 * @param refusals only when refused: every rule that would be broken, the one that counts first
 * @param postings that would be made
 * @param legsLeftOut as in a receipt
 */
public record CheckJson(
        String transactionId,
        long height,
        String result,
        @Nullable List<RefusalJson> refusals,
        List<PostingJson> postings,
        @Nullable List<LegJson> legsLeftOut) {

    public static CheckJson of(Reading<DryRun.Outcome> reading, Denominations denominations) {
        DryRun.Outcome outcome = reading.value();
        Denominations remembered = denominations.remembered();
        boolean isDone = outcome.refusals().isEmpty();
        return new CheckJson(
                outcome.id().toString(),
                reading.height(),
                isDone ? ReceiptJson.DONE : ReceiptJson.REFUSED,
                isDone ? null : outcome.refusals().stream().map(RefusalJson::of).toList(),
                outcome.postings().stream()
                        .map(posting -> PostingJson.of(posting, remembered))
                        .toList(),
                LegJson.of(outcome.legsLeftOut()));
    }
}
