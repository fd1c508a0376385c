package org.khazana.ledger.execution;

import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.transaction.TransactionId;

/**
 * One operation while it is carried out: the rules look at the circumstances and say in the findings what speaks against
 * it; if nothing does, changes go to the ledger, those of positions by way of the postings.
 *
 * @param ledger of its own, dropped after a refusal
 * @param transaction whose operation it is; for the operation of a motion, the one that raised it
 */
record Performance(
        LedgerOverlay ledger,
        Circumstances circumstances,
        TransactionId transaction,
        Postings postings,
        Findings findings) {}
