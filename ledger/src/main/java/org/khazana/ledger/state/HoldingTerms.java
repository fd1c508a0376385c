package org.khazana.ledger.state;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.party.InvestorClass;

/**
 * Who may come to hold an instrument, and how much of it. An instrument without such a record may be held by any active party.
 *
 * @param needsAttestation whether only those may receive it whom an attestor has attested
 * @param isAttestedFromFirst whether that has been so ever since the first token: then every holder was attested once
 * @param allowedCountries ISO 3166-1 alpha-2; every country that is not barred if empty
 * @param allowedClasses every class if empty
 * @param largestUnits most tokens that one party may hold in all its accounts
 * @param largestBasisPoints the same as a part of what is outstanding, in hundredths of a percent, 1 to 10,000
 * @param omnibusDaysMax how many days old the newest commitment of an omnibus account may be when it receives
 */
public record HoldingTerms(
        AssetCode asset,
        boolean needsAttestation,
        boolean isAttestedFromFirst,
        SortedSet<String> allowedCountries,
        SortedSet<String> barredCountries,
        SortedSet<InvestorClass> allowedClasses,
        Optional<Long> largestUnits,
        Optional<Integer> largestBasisPoints,
        Optional<Integer> omnibusDaysMax) {
    /** All of it. */
    public static final int BASIS_POINTS_WHOLE = 10_000;

    public HoldingTerms {
        allowedCountries = Collections.unmodifiableSortedSet(new TreeSet<>(allowedCountries));
        barredCountries = Collections.unmodifiableSortedSet(new TreeSet<>(barredCountries));
        allowedClasses = Collections.unmodifiableSortedSet(new TreeSet<>(allowedClasses));
    }

    /** Whether a holder may reside there; where nothing is known of a country, only if none is asked for. */
    public boolean allowsCountry(Optional<String> country) {
        if (country.isEmpty()) {
            return allowedCountries.isEmpty() && barredCountries.isEmpty();
        }
        String known = country.get();
        return !barredCountries.contains(known) && (allowedCountries.isEmpty() || allowedCountries.contains(known));
    }

    /** Whether a holder may be of that class; unknown only if none is asked for. */
    public boolean allowsClass(Optional<InvestorClass> investorClass) {
        return allowedClasses.isEmpty()
                || investorClass.filter(known -> allowedClasses.contains(known)).isPresent();
    }

    /**
     * Most tokens that one party may hold; empty if there is no limit. A part of a token counts for nothing.
     *
     * @param outstanding as it will be, not negative
     */
    public OptionalLong largestHolding(long outstanding) {
        long byUnits = largestUnits.orElse(Long.MAX_VALUE);
        long byShare =
                largestBasisPoints.map(points -> partOf(outstanding, points)).orElse(Long.MAX_VALUE);
        return largestUnits.isEmpty() && largestBasisPoints.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(byUnits, byShare));
    }

    /** Rounded down; in two parts, so that no product is too large to count. */
    private static long partOf(long whole, int basisPoints) {
        return whole / BASIS_POINTS_WHOLE * basisPoints + whole % BASIS_POINTS_WHOLE * basisPoints / BASIS_POINTS_WHOLE;
    }
}
