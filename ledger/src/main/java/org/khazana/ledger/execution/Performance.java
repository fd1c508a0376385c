package org.khazana.ledger.execution;

import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.state.LedgerOverlay;

/**
 * One operation while it is carried out: the rules look at the circumstances and say in the findings what speaks against
 * it; if nothing does, changes go to the ledger, those of positions by way of the postings.
 *
 * @param ledger of its own, dropped after a refusal
 * @param occasion the transaction that has it carried out, also when the operation is that of a motion; and when
 */
record Performance(
        LedgerOverlay ledger, Circumstances circumstances, Occasion occasion, Postings postings, Findings findings) {}
