package org.khazana.api.json;

import java.time.Instant;
import java.util.List;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.state.Order;

/**
 * An order as it was after the block of that height.
 *
 * @param quantityMax as a decimal string, as is {@code quantityUsed}
 * @param overrides encumbrances that give way to it
 */
public record OrderJson(
        long height,
        long order,
        String kind,
        long restriction,
        long authority,
        long from,
        long to,
        String asset,
        String quantityMax,
        String quantityUsed,
        List<String> overrides,
        String caseReference,
        String documentHash,
        String until) {
    public OrderJson {
        overrides = List.copyOf(overrides);
    }

    public static OrderJson of(long height, Order order, Denominations denominations) {
        return new OrderJson(
                height,
                order.number(),
                order.kind().name(),
                order.restriction(),
                order.authority().number(),
                order.from().number(),
                order.to().number(),
                order.asset().text(),
                AmountText.write(order.quantityMax(), order.asset(), denominations),
                AmountText.write(order.quantityUsed(), order.asset(), denominations),
                order.overrides().stream().map(EncumbranceId::toString).toList(),
                order.caseReference(),
                order.documentHash().toString(),
                Instant.ofEpochMilli(order.untilMillis()).toString());
    }
}
