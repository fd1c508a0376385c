package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

/** Counts lots, which lie side by side from serial 1 on, held or retired: invariants I3, I4 and I22. */
final class LotCount implements RecountStep.PartCount {
    private final LedgerView state;
    private final Asset asset;

    LotCount(LedgerView state, Asset asset) {
        this.state = state;
        this.asset = asset;
    }

    @Override
    public Optional<AssetRecount> next(AssetRecount now) {
        Units units = asset.units();
        if (now.next() == units.nextSerial()) {
            return Optional.empty();
        }
        Optional<Lot> lot = state.get(Tables.LOTS, new LotKey(asset.code(), now.next()))
                .filter(found -> found.length() > 0 && found.length() <= units.nextSerial() - now.next());
        return Optional.of(lot.map(found -> now.passed(1, found.end()).withMore(found.isRetired() ? 0 : found.length()))
                .orElseGet(() -> now.passed(1, now.next()).mismatch()));
    }

    @Override
    public boolean addsUp(AssetRecount now) {
        Units units = asset.units();
        return now.units() == units.outstanding() && units.retired() == units.nextSerial() - 1 - units.outstanding();
    }
}
