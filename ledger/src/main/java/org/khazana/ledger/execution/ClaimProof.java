package org.khazana.ledger.execution;

import java.util.SortedMap;
import java.util.TreeMap;
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
    static void encumbrancesAddUp(LedgerView before, LedgerOverlay after) {
        SortedMap<PositionKey, Long> claimed = new TreeMap<>();
        after.changed(Tables.ENCUMBRANCES).forEach((id, encumbrance) -> {
            before.encumbrance(id).ifPresent(earlier -> add(claimed, earlier, Math.negateExact(earlier.quantity())));
            encumbrance.ifPresent(present -> add(claimed, present, present.quantity()));
        });
        SortedMap<PositionKey, Long> bound = new TreeMap<>();
        after.changed(Tables.POSITIONS).forEach((key, changed) -> {
            Position position = changed.orElseGet(() -> new Position(key.account(), key.asset(), 0));
            Invariant.check(
                    position.encumbered() >= 0 && position.encumbered() <= position.quantity(),
                    "more encumbered than held, or less than nothing: %s",
                    position);
            long earlier = before.position(key.account(), key.asset()).encumbered();
            add(bound, key, Math.subtractExact(position.encumbered(), earlier));
        });
        Invariant.check(
                bound.equals(claimed), "what is encumbered changes by %s, but encumbrances by %s", bound, claimed);
    }

    private static void add(SortedMap<PositionKey, Long> sums, Encumbrance encumbrance, long delta) {
        add(sums, new PositionKey(encumbrance.account(), encumbrance.asset()), delta);
    }

    /** Sums that come to nothing leave no entry. */
    private static void add(SortedMap<PositionKey, Long> sums, PositionKey key, long delta) {
        long sum = Math.addExact(sums.getOrDefault(key, 0L), delta);
        if (sum == 0) {
            sums.remove(key);
        } else {
            sums.put(key, sum);
        }
    }

    /**
     * Invariant I8: whatever a position has lost or newly set aside over the whole operation, what authorities hold back there is
     * still there and free. An order may take it; a creditor takes no more than was set aside for it.
     */
    static void restrainedUnitsStay(Deed deed) {
        deed.after().changed(Tables.POSITIONS).forEach((key, changed) -> {
            Position before = deed.before().position(key.account(), key.asset());
            Position after = changed.orElseGet(() -> new Position(key.account(), key.asset(), 0));
            long lost = before.quantity() - after.quantity();
            long setAside = after.encumbered() - before.encumbered();
            if (lost > 0 || setAside > 0) {
                switch (deed.operation()) {
                    case ForceTransfer force -> {}
                    case EnforcePledge enforce ->
                        Invariant.check(lost <= -setAside, "a creditor took more than was set aside: %s", after);
                    default -> staysFree(before, after, deed);
                }
            }
        });
    }

    private static void staysFree(Position before, Position after, Deed deed) {
        Account account = deed.before().account(before.account()).orElseThrow();
        long restrained = new Restraints(deed.before(), deed.blockTimeMillis())
                .ofAllCounted(account, before.asset())
                .restrained();
        Invariant.check(
                after.quantity() - after.encumbered() >= Math.min(restrained, before.quantity()),
                "%s left what holds back %s: %s",
                deed.operation().getClass().getSimpleName(),
                restrained,
                after);
    }
}
