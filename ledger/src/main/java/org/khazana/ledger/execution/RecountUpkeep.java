package org.khazana.ledger.execution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.AssetRecount.Part;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.WorkTables;

/**
 * Keeps recounts that go on in step with what one transaction has changed, so that each unit counts once, wherever it has moved
 * meanwhile. An asset without a recount costs one look.
 */
final class RecountUpkeep {
    private final LedgerView before;
    private final LedgerOverlay after;
    private final List<PositionChange> positions;

    private RecountUpkeep(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        this.before = before;
        this.after = after;
        this.positions = positions;
    }

    /** Writes to {@code after} what its changes mean for recounts. */
    static void follow(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        RecountUpkeep upkeep = new RecountUpkeep(before, after, positions);
        Set<AssetCode> touched =
                new LinkedHashSet<>(after.changed(Tables.ASSETS).keySet());
        positions.forEach(change -> touched.add(change.key().asset()));
        touched.forEach(asset -> after.openRecount(asset).ifPresent(upkeep::follow));
    }

    private void follow(AssetRecount recount) {
        AssetRecount inStep = recount.part() == Part.POSITIONS ? withPositions(recount) : extended(withLots(recount));
        if (!inStep.equals(recount)) {
            after.apply(WorkTables.RECOUNTS_OPEN.put(inStep));
        }
    }

    /** Only what was counted already counts: the others are met later, as they are then. */
    private AssetRecount withPositions(AssetRecount recount) {
        long more = 0;
        for (PositionChange change : positions) {
            PositionKey key = change.key();
            if (key.asset().equals(recount.asset()) && key.account().number() < recount.next()) {
                more = Math.addExact(more, change.gained());
            }
        }
        return recount.withMore(more);
    }

    private AssetRecount withLots(AssetRecount recount) {
        long more = 0;
        for (Map.Entry<LotKey, Optional<Lot>> changed :
                after.changed(Tables.LOTS).entrySet()) {
            if (changed.getKey().asset().equals(recount.asset())) {
                long now = heldBelow(recount.next(), changed.getValue());
                more = Math.addExact(more, now - heldBelow(recount.next(), before.get(Tables.LOTS, changed.getKey())));
            }
        }
        return recount.withMore(more);
    }

    private static long heldBelow(long serial, Optional<Lot> lot) {
        return lot.filter(known -> !known.isRetired())
                .map(held -> Math.max(0, Math.min(held.end(), serial) - held.first()))
                .orElse(0L);
    }

    /** A lot that was counted may have become one with the next one, which is then counted too. */
    private AssetRecount extended(AssetRecount recount) {
        return after.lot(recount.asset(), recount.next())
                .filter(lot -> lot.first() < recount.next())
                .map(lot -> recount.passed(0, lot.end()).withMore(lot.isRetired() ? 0 : lot.end() - recount.next()))
                .orElse(recount);
    }
}
