package org.khazana.api.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.state.Encumbrance;

/**
 * An encumbrance as it was after the block of that height.
 *
 * @param encumbrance its id, such as {@code PLEDGE-17-1}
 * @param quantity as a decimal string
 * @param serials just these tokens; absent where any units will do
 */
public record EncumbranceJson(
        long height,
        String encumbrance,
        long account,
        String asset,
        String quantity,
        @Nullable List<ReceiptJson.SerialsJson> serials,
        long beneficiary,
        String reference,
        @Nullable String until) {
    public static EncumbranceJson of(long height, Encumbrance encumbrance, Denominations denominations) {
        return new EncumbranceJson(
                height,
                encumbrance.id().toString(),
                encumbrance.account().number(),
                encumbrance.asset().text(),
                AmountText.write(encumbrance.quantity(), encumbrance.asset(), denominations),
                ReceiptJson.SerialsJson.of(encumbrance.serials().ranges()),
                encumbrance.beneficiary().number(),
                encumbrance.reference(),
                encumbrance
                        .untilMillis()
                        .map(millis -> Instant.ofEpochMilli(millis).toString())
                        .orElse(null));
    }
}
