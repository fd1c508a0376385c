package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * Units of one position that are set aside for somebody: they may leave the account for that purpose only. No two encumbrances
 * take the same units.
 *
 * @param quantity tokens, or minor units for cash; positive
 * @param beneficiary for whom
 * @param reference for people; may be empty
 * @param untilMillis from this instant on, milliseconds since 1970 UTC, the units are free again; empty: until somebody releases them
 */
public record Encumbrance(
        EncumbranceId id,
        AccountId account,
        AssetCode asset,
        long quantity,
        PartyId beneficiary,
        String reference,
        Optional<Long> untilMillis) {
    public boolean isLive(long nowMillis) {
        return untilMillis.isEmpty() || nowMillis < untilMillis.get();
    }

    public Encumbrance withQuantity(long units) {
        return new Encumbrance(id, account, asset, units, beneficiary, reference, untilMillis);
    }
}
