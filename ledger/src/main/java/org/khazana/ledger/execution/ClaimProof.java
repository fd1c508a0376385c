package org.khazana.ledger.execution;

import java.util.List;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Tables;

/**
 * Proves that nobody's claim on units was passed over, from what was written and not from how it came about. A failure is a
 * bug; see {@link Invariants}.
 */
final class ClaimProof {
    private ClaimProof() {}

    /**
     * Invariant I7: no position has more encumbered than it holds, or less than nothing, and what is encumbered changes by as much
     * as the encumbrances on it.
     */
    static void encumbrancesAddUp(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        Sums<PositionKey> claimed = new Sums<>();
        after.changed(Tables.ENCUMBRANCES).forEach((id, encumbrance) -> {
            before.encumbrance(id).ifPresent(earlier -> claimed.subtract(positionOf(earlier), earlier.quantity()));
            encumbrance.ifPresent(present -> claimed.add(positionOf(present), present.quantity()));
        });
        Sums<PositionKey> bound = new Sums<>();
        for (PositionChange change : positions) {
            Position position = change.after();
            Invariant.check(
                    position.encumbered() >= 0 && position.encumbered() <= position.quantity(),
                    "I7: more encumbered than held, or less than nothing: %s",
                    position);
            bound.add(change.key(), change.setAside());
        }
        Invariant.check(
                bound.equals(claimed), "I7: what is encumbered changes by %s, but encumbrances by %s", bound, claimed);
    }

    private static PositionKey positionOf(Encumbrance encumbrance) {
        return new PositionKey(encumbrance.account(), encumbrance.asset());
    }

    /**
     * Invariant I8: whatever a position has lost or newly set aside over the whole operation, what authorities hold back there is
     * still there and free. An order may take it; a creditor takes no more than was set aside for it.
     */
    static void restrainedUnitsStay(Deed deed) {
        for (PositionChange change : deed.positions()) {
            long lost = Math.negateExact(change.gained());
            if (lost > 0 || change.setAside() > 0) {
                switch (deed.operation()) {
                    case ForceTransfer force -> {}
                    case EnforcePledge enforce ->
                        Invariant.check(
                                lost <= -change.setAside(),
                                "I8: a creditor took more than was set aside: %s",
                                change.after());
                    default -> staysFree(change.before(), change.after(), deed);
                }
            }
        }
    }

    private static void staysFree(Position before, Position after, Deed deed) {
        Account account = deed.before().account(before.account()).orElseThrow();
        long restrained = new Restraints(deed.before(), deed.blockTimeMillis())
                .ofAllCounted(account, before.asset())
                .restrained();
        Invariant.check(
                after.quantity() - after.encumbered() >= Math.min(restrained, before.quantity()),
                "I8: %s left what holds back %s: %s",
                deed.operation().getClass().getSimpleName(),
                restrained,
                after);
    }
}
