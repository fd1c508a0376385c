package org.khazana.ledger.instrument;

/** The classes of instruments; each has an operation of its own that defines one. */
public enum InstrumentClass {
    BILL,
    BOND,
    SUKUK,
    RESERVE,
    OTHER
}
