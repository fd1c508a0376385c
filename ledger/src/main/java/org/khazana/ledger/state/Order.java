package org.khazana.ledger.state;

import java.util.List;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.OrderKind;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * A court's or a regulator's order that units change hands whatever their owner says. It is carried out in one or several
 * forced transfers, up to its quantity.
 *
 * @param number positive, chosen by who registers it
 * @param restriction under which the units were held so far
 * @param authority who has registered it
 * @param quantityMax tokens, or minor units for cash; positive
 * @param quantityUsed of them, what was taken so far
 * @param overrides encumbrances that give way to it, as far as need be, in this order
 * @param caseReference of the authority's file
 * @param documentHash SHA-256 of the order itself
 * @param untilMillis from this instant on, milliseconds since 1970 UTC, it is not carried out any more
 */
public record Order(
        long number,
        OrderKind kind,
        long restriction,
        PartyId authority,
        AccountId from,
        AccountId to,
        AssetCode asset,
        long quantityMax,
        long quantityUsed,
        List<EncumbranceId> overrides,
        String caseReference,
        Hash documentHash,
        long untilMillis) {
    public Order {
        overrides = List.copyOf(overrides);
    }

    public long quantityLeft() {
        return quantityMax - quantityUsed;
    }

    public Order afterTaking(long quantity) {
        return new Order(
                number,
                kind,
                restriction,
                authority,
                from,
                to,
                asset,
                quantityMax,
                Math.addExact(quantityUsed, quantity),
                overrides,
                caseReference,
                documentHash,
                untilMillis);
    }
}
