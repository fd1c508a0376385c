package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialSet;

/**
 * Units of one position that are set aside for somebody: they may leave the account for that purpose only. No two encumbrances
 * take the same units.
 *
 * @param quantity tokens, or minor units for cash; positive
 * @param serials just these tokens, as many as the quantity, all in the account; none where any units will do
 * @param beneficiary for whom
 * @param reference for people; may be empty
 * @param untilMillis from this instant on, milliseconds since 1970 UTC, the units are free again; empty: until somebody releases them
 */
public record Encumbrance(
        EncumbranceId id,
        AccountId account,
        AssetCode asset,
        long quantity,
        SerialSet serials,
        PartyId beneficiary,
        String reference,
        Optional<Long> untilMillis) {
    /** Of any units. */
    public Encumbrance(
            EncumbranceId id,
            AccountId account,
            AssetCode asset,
            long quantity,
            PartyId beneficiary,
            String reference,
            Optional<Long> untilMillis) {
        this(id, account, asset, quantity, SerialSet.NONE, beneficiary, reference, untilMillis);
    }

    /** Whether it is of certain tokens and not of any. */
    public boolean isOfSerials() {
        return !serials.isEmpty();
    }

    public boolean isLive(long nowMillis) {
        return untilMillis.isEmpty() || nowMillis < untilMillis.get();
    }

    /** For one of any units. */
    public Encumbrance withQuantity(long units) {
        return new Encumbrance(id, account, asset, units, serials, beneficiary, reference, untilMillis);
    }

    /** For one of certain tokens: these are left. */
    public Encumbrance withSerials(SerialSet left) {
        return new Encumbrance(id, account, asset, left.count(), left, beneficiary, reference, untilMillis);
    }
}
