package org.khazana.ledger.execution;

import java.util.Optional;
import java.util.Set;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Table;

/**
 * Proves from what a block has written what cannot be said of its transactions one by one. As each of these was proved to lead from a
 * sound register to a sound one, so does the block, if nothing else has changed the register. A failure is a bug and stops the node.
 */
final class BlockProof {
    /** What is written for a block, or for a transaction whether it is carried out or not. */
    private static final Set<Table<?, ?>> BESIDE_TRANSACTIONS =
            Set.of(Tables.REQUESTS, Tables.REQUESTS_BY_EXPIRY.table(), Tables.HALT, Tables.MEMBERSHIP);

    private BlockProof() {}

    static void prove(LedgerView before, LedgerOverlay after, long blockTimeMillis) {
        proveWrites(after);
        proveRequests(before, after, blockTimeMillis);
    }

    /** Whatever else is written was handed on by a transaction, after its proofs. */
    private static void proveWrites(LedgerOverlay after) {
        Invariant.check(
                BESIDE_TRANSACTIONS.containsAll(after.writtenHere()),
                "a block has written to one of %s past its transactions",
                after.writtenHere());
    }

    /** I23: as long as a transaction could be sent again, its request is remembered as its own, and no shorter than before. */
    private static void proveRequests(LedgerView before, LedgerOverlay after, long blockTimeMillis) {
        after.changed(Tables.REQUESTS)
                .forEach((key, now) -> before.get(Tables.REQUESTS, key)
                        .filter(earlier -> earlier.notAfterMillis() >= blockTimeMillis)
                        .ifPresent(earlier -> Invariant.check(
                                stands(earlier, now), "I23: request %s was decided, and is now %s", earlier, now)));
    }

    private static boolean stands(RequestRecord earlier, Optional<RequestRecord> now) {
        return now.filter(standing -> standing.transactionId().equals(earlier.transactionId())
                        && standing.notAfterMillis() >= earlier.notAfterMillis())
                .isPresent();
    }
}
