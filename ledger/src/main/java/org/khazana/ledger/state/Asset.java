package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;

/**
 * Something that can be held: a currency or a treasury bill.
 *
 * @param units how much of it there is
 * @param bill terms of a bill; empty for cash
 * @param cash terms of a currency; empty for a bill
 */
public record Asset(AssetCode code, Units units, Optional<BillTerms> bill, Optional<CashTerms> cash) {
    public Asset {
        if (bill.isPresent() == cash.isPresent()) {
            throw new IllegalArgumentException("asset " + code + " must be either a bill or cash");
        }
    }

    public static Asset currency(AssetCode code, int minorDigits) {
        return new Asset(code, Units.NONE, Optional.empty(), Optional.of(new CashTerms(minorDigits)));
    }

    public boolean isCash() {
        return cash.isPresent();
    }

    /** Whether each unit is a token with a serial; money is all alike. */
    public boolean isSerialised() {
        return !isCash();
    }

    /** Tokens, or minor units for cash: the sum of all positions in it. */
    public long outstandingUnits() {
        return units.outstanding();
    }

    public Asset withUnits(Units changed) {
        return new Asset(code, changed, bill, cash);
    }

    public Asset withOutstandingUnits(long outstanding) {
        return withUnits(units.withOutstanding(outstanding));
    }

    /** Amounts of a currency are kept in minor units: 10^minorDigits of them make one. */
    public record CashTerms(int minorDigits) {}

    /** Terms of a bill as its issuer defined them; units as in {@code CreateInstrument}. */
    public record BillTerms(
            PartyId issuer,
            String name,
            AssetCode currency,
            long faceMinor,
            int issueDay,
            int maturityDay,
            long authorisedUnits,
            long minimumUnits,
            long multipleUnits,
            Optional<Hash> termSheetHash) {}
}
