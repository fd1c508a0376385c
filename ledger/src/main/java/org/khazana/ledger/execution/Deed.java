package org.khazana.ledger.execution;

import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;

/**
 * One operation that was carried out, as those see it who prove that it has kept to the rules.
 *
 * @param after what is written, on top of {@code before}
 * @param blockTimeMillis milliseconds since 1970 UTC
 */
record Deed(LedgerView before, LedgerOverlay after, Operation operation, PartyId sender, long blockTimeMillis) {}
