package org.khazana.ledger.state;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.instrument.CashTerms;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.Terms;

/**
 * Something that can be held: a currency or an instrument.
 *
 * @param units how much of it there is
 * @param paused what a regulator has stopped
 */
public record Asset(AssetCode code, Units units, Terms terms, SortedSet<AssetAction> paused) {
    public Asset {
        paused = Collections.unmodifiableSortedSet(new TreeSet<>(paused));
    }

    public static Asset currency(AssetCode code, int minorDigits) {
        return new Asset(code, Units.NONE, new CashTerms(minorDigits), Collections.emptySortedSet());
    }

    /** An instrument of which there is nothing yet. */
    public static Asset defined(AssetCode code, InstrumentTerms terms) {
        return new Asset(code, Units.NONE, terms, Collections.emptySortedSet());
    }

    /** Its terms, if it is an instrument. */
    public Optional<InstrumentTerms> instrument() {
        return terms instanceof InstrumentTerms instrument ? Optional.of(instrument) : Optional.empty();
    }

    /** Its terms, if it is a currency. */
    public Optional<CashTerms> cash() {
        return terms instanceof CashTerms cash ? Optional.of(cash) : Optional.empty();
    }

    public boolean isCash() {
        return terms instanceof CashTerms;
    }

    public boolean isPaused(AssetAction action) {
        return paused.contains(action);
    }

    /** Whether there ever was a unit of it: from then on its terms are a promise to somebody, even when all were retired. */
    public boolean wasIssued() {
        return units.outstanding() > 0 || units.nextSerial() > 1;
    }

    /** Whether each unit is a token with a serial; money is all alike. */
    public boolean isSerialised() {
        return !isCash();
    }

    /** Tokens, or minor units for cash: the sum of all positions in it, after every transaction. */
    public long outstandingUnits() {
        return units.outstanding();
    }

    public Asset withUnits(Units changed) {
        return new Asset(code, changed, terms, paused);
    }

    public Asset withOutstandingUnits(long outstanding) {
        return withUnits(units.withOutstanding(outstanding));
    }

    public Asset with(InstrumentTerms amended) {
        return new Asset(code, units, amended, paused);
    }

    public Asset withPaused(SortedSet<AssetAction> actions) {
        return new Asset(code, units, terms, actions);
    }
}
