package org.khazana.ledger.instrument;

import org.khazana.ledger.table.Numbered;

/** How often an instrument pays. */
public enum Frequency implements Numbered {
    ANNUAL(12),
    SEMI_ANNUAL(6),
    QUARTERLY(3),
    MONTHLY(1);

    private static final int MONTHS_OF_YEAR = 12;

    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    /** Of one period. */
    public int months() {
        return months;
    }

    public int periodsPerYear() {
        return MONTHS_OF_YEAR / months;
    }
}
