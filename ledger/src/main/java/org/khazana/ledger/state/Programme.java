package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * A ceiling, set by law, for the face value of all instruments under it.
 *
 * @param code 1 to 16 characters of ASCII
 * @param ceilingMinor minor units of the currency, more than zero
 * @param authorisedMinor face value of all that its instruments may have outstanding; never above the ceiling
 */
public record Programme(
        String code,
        String name,
        PartyId issuer,
        AssetCode currency,
        long ceilingMinor,
        long authorisedMinor,
        Hash legalInstrumentHash) {

    /** What may still be authorised under it. */
    public long roomMinor() {
        return Math.subtractExact(ceilingMinor, authorisedMinor);
    }

    public Programme withCeiling(long minor, Hash legalInstrument) {
        return new Programme(code, name, issuer, currency, minor, authorisedMinor, legalInstrument);
    }

    public Programme withAuthorised(long minor) {
        return new Programme(code, name, issuer, currency, ceilingMinor, minor, legalInstrumentHash);
    }
}
