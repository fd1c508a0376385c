package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.HoldingKey;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Payment;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.RtgsKey;
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
        List<AssetCode> touched = new ArrayList<>(2);
        after.changed(Tables.ASSETS).keySet().forEach(touched::add);
        for (PositionChange change : positions) {
            if (!touched.contains(change.key().asset())) {
                touched.add(change.key().asset());
            }
        }
        if (upkeep.isMoreAuthorised()) {
            after.openRecounts().stream()
                    .map(AssetRecount::asset)
                    .filter(asset -> !touched.contains(asset))
                    .forEach(touched::add);
        }
        touched.forEach(asset -> after.openRecount(asset).ifPresent(upkeep::follow));
    }

    /** What one instrument is authorised for counts in the recounts of all others under its programme. */
    private boolean isMoreAuthorised() {
        return after.changed(Tables.ASSETS).entrySet().stream()
                .anyMatch(changed -> !terms(changed.getValue()).equals(terms(before.asset(changed.getKey()))));
    }

    private static Optional<InstrumentTerms> terms(Optional<Asset> asset) {
        return asset.flatMap(Asset::instrument);
    }

    private void follow(AssetRecount recount) {
        AssetRecount inStep = switch (recount.part()) {
            case POSITIONS -> withPositions(recount);
            case LOTS -> extended(withLots(recount));
            case PAYMENTS -> withPayments(recount);
            case HOLDINGS -> withHoldings(recount);
            case PROGRAMME -> withAuthorised(recount);
        };
        if (!inStep.equals(recount)) {
            after.apply(WorkTables.RECOUNTS_OPEN.put(inStep));
        }
    }

    /** Only what was counted already counts: the others are met later, as they are then. */
    private AssetRecount withPositions(AssetRecount recount) {
        AssetRecount inStep = recount;
        for (PositionChange change : positions) {
            PositionKey key = change.key();
            if (key.asset().equals(recount.asset())
                    && recount.hasPassed(key.account().number())) {
                inStep = inStep.withMore(change.gained());
            }
        }
        return inStep;
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

    private AssetRecount withPayments(AssetRecount recount) {
        AssetRecount inStep = recount;
        for (Map.Entry<RtgsKey, Optional<Payment>> changed :
                after.changed(Tables.PAYMENTS).entrySet()) {
            RtgsKey key = changed.getKey();
            if (key.currency().equals(recount.asset()) && recount.hasPassed(key.reference())) {
                inStep = inStep.withPaid(paid(changed.getValue()) - paid(before.payment(key)));
            }
        }
        return inStep;
    }

    private static long paid(Optional<Payment> payment) {
        return payment.map(Payment::amount).orElse(0L);
    }

    private AssetRecount withHoldings(AssetRecount recount) {
        long more = 0;
        for (Map.Entry<HoldingKey, Optional<Holding>> changed :
                after.changed(HolderTables.HOLDINGS).entrySet()) {
            HoldingKey key = changed.getKey();
            if (key.asset().equals(recount.asset())
                    && recount.hasPassed(key.party().number())) {
                long now = changed.getValue().map(Holding::quantity).orElse(0L);
                more = Math.addExact(more, now - before.holding(key.party(), key.asset()));
            }
        }
        return recount.withMore(more);
    }

    private AssetRecount withAuthorised(AssetRecount recount) {
        String programme = terms(before.asset(recount.asset()))
                .flatMap(InstrumentTerms::programme)
                .orElseThrow();
        long more = 0;
        for (Map.Entry<AssetCode, Optional<Asset>> changed :
                after.changed(Tables.ASSETS).entrySet()) {
            AssetCode code = changed.getKey();
            if (recount.hasPassed(code.text())) {
                long now = ProgrammeCount.authorisedUnder(programme, changed.getValue());
                more = Math.addExact(more, now - ProgrammeCount.authorisedUnder(programme, before.asset(code)));
            }
        }
        return recount.withMore(more);
    }

    /** A lot that was counted may have become one with the next one, which is then counted too. */
    private AssetRecount extended(AssetRecount recount) {
        return after.lot(recount.asset(), recount.next())
                .filter(lot -> lot.first() < recount.next())
                .map(lot -> recount.passed(0, lot.end()).withMore(lot.isRetired() ? 0 : lot.end() - recount.next()))
                .orElse(recount);
    }
}
