package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.RequestRecord;
import org.khazana.ledger.state.Tables;

/** Proves from what a block has written that what was decided stays decided. A failure is a bug and stops the node. */
final class RequestProof {
    private RequestProof() {}

    /** I23: as long as a transaction could be sent again, its request is remembered as its own, and no shorter than before. */
    static void prove(LedgerView before, LedgerOverlay after, long blockTimeMillis) {
        after.changed(Tables.REQUESTS)
                .forEach((key, now) -> before.get(Tables.REQUESTS, key)
                        .filter(earlier -> earlier.notAfterMillis() >= blockTimeMillis)
                        .ifPresent(earlier -> Invariant.check(
                                stands(earlier, now), "request %s was decided, and is now %s", earlier, now)));
    }

    private static boolean stands(RequestRecord earlier, Optional<RequestRecord> now) {
        return now.filter(standing -> standing.transactionId().equals(earlier.transactionId())
                        && standing.notAfterMillis() >= earlier.notAfterMillis())
                .isPresent();
    }
}
