package org.khazana.ledger.instrument;

/** What an asset is. */
public sealed interface Terms permits CashTerms, InstrumentTerms {}
