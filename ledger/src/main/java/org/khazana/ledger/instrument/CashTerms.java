package org.khazana.ledger.instrument;

/** Amounts of a currency are kept in minor units: 10^minorDigits of them make one. */
public record CashTerms(int minorDigits) implements Terms {}
