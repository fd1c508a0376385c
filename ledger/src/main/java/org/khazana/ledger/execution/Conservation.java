package org.khazana.ledger.execution;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.transaction.AssetCode;
import org.khazana.ledger.transaction.Operation;

/**
 * Proves that nothing was created or destroyed by accident, from what was written and not from how it came about. The
 * cost grows with what changed. A failure is a bug and stops the node before anything is kept.
 */
final class Conservation {
    private Conservation() {}

    /** After one transaction: the invariants of {@link #prove(LedgerView, LedgerOverlay)}, and the operation's own supply. */
    static void prove(LedgerView before, LedgerOverlay after, Operation operation) {
        SortedMap<AssetCode, Long> created = prove(before, after);
        Invariant.check(
                created.equals(supplyOf(operation)),
                "%s created %s",
                operation.getClass().getSimpleName(),
                created);
    }

    /**
     * No position is negative, none has more outstanding than authorised, and for every asset the positions change by
     * as much as what is outstanding.
     *
     * @return how much of each asset came into being, without zeros
     */
    static SortedMap<AssetCode, Long> prove(LedgerView before, LedgerOverlay after) {
        SortedMap<AssetCode, Long> created = new TreeMap<>();
        for (Asset asset : after.changedAssets()) {
            proveBounds(asset);
            long outstandingBefore =
                    before.asset(asset.code()).map(Asset::outstandingUnits).orElse(0L);
            add(created, asset.code(), Math.subtractExact(asset.outstandingUnits(), outstandingBefore));
        }
        SortedMap<AssetCode, Long> moved = new TreeMap<>();
        for (Position position : after.changedPositions()) {
            Invariant.check(position.quantity() >= 0, "negative position %s", position);
            long quantityBefore = before.quantity(position.account(), position.asset());
            add(moved, position.asset(), Math.subtractExact(position.quantity(), quantityBefore));
        }
        Invariant.check(moved.equals(created), "positions change by %s, but outstanding by %s", moved, created);
        return created;
    }

    private static void proveBounds(Asset asset) {
        Invariant.check(asset.outstandingUnits() >= 0, "negative outstanding of %s", asset.code());
        asset.bill()
                .ifPresent(bill -> Invariant.check(
                        asset.outstandingUnits() <= bill.authorisedUnits(),
                        "more of %s than authorised",
                        asset.code()));
    }

    /** What an operation alone may bring into being. */
    private static Map<AssetCode, Long> supplyOf(Operation operation) {
        return switch (operation) {
            case Operation.IssueTokens issue -> Map.of(issue.isin(), issue.quantity());
            case Operation.RecordCashDeposit deposit -> Map.of(deposit.currency(), deposit.amountMinor());
            case Operation.CreateInstrument create -> Map.of();
            case Operation.TransferTokens transfer -> Map.of();
            case Operation.SettleNow settle -> Map.of();
            case Operation.SetValidators set -> Map.of();
        };
    }

    /** Sums that come to nothing leave no entry. */
    private static void add(SortedMap<AssetCode, Long> sums, AssetCode asset, long delta) {
        long sum = Math.addExact(sums.getOrDefault(asset, 0L), delta);
        if (sum == 0) {
            sums.remove(asset);
        } else {
            sums.put(asset, sum);
        }
    }
}
