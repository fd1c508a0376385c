package org.khazana.ledger.instrument;

import org.khazana.ledger.table.Numbered;

/** How the days of a period are made a part of a year; the codes of ISO 20022 (InterestComputationMethod2Code). */
public enum DayCount implements Numbered {
    /** Actual days over 365. */
    A005,
    /** Actual days over the actual days of the period, times the periods of a year (ICMA): every full period pays the same. */
    A006,
    /** Actual days over 360. */
    A004
}
