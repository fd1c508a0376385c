package org.khazana.ledger.execution;

import org.khazana.ledger.block.Moment;
import org.khazana.ledger.transaction.TransactionId;

/** On which occasion something is posted. */
record Occasion(TransactionId transaction, Moment moment) {}
