package org.khazana.ledger.arithmetic;

import java.math.BigInteger;

/** What of an amount belongs to a part of what it is paid for, in integers. */
public final class ProRata {
    private ProRata() {}

    /**
     * Rounded half up to the minor unit, as rule R3 has it. Of all units it is all of the amount; so whoever pays for each part the
     * share up to its end, less what was paid before, has paid just the amount in the end, however many parts there were.
     *
     * @param total minor units, not negative
     * @param units 0 to {@code allUnits}
     * @param allUnits positive
     */
    public static long share(long total, long units, long allUnits) {
        if (total < 0 || units < 0 || allUnits <= 0 || units > allUnits) {
            throw new IllegalArgumentException("of " + total + ", for " + units + " of " + allUnits + " units");
        }
        BigInteger all = BigInteger.valueOf(allUnits);
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(units))
                .shiftLeft(1)
                .add(all)
                .divide(all.shiftLeft(1))
                .longValueExact();
    }
}
