package org.khazana.ledger.instrument;

/** From the first day on which an instrument is issued to the one on which it is repaid; civil days since 1970-01-01. */
public record Term(int firstDay, int lastDay) {}
