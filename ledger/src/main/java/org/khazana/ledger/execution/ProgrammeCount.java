package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Tables;

/** Counts what all instruments of the asset's programme are authorised for: invariant I5 of the programme. */
final class ProgrammeCount implements RecountStep.PartCount {
    private final LedgerView state;
    private final String programme;

    /** @param asset under a programme */
    ProgrammeCount(LedgerView state, Asset asset) {
        this.state = state;
        this.programme = asset.instrument().flatMap(InstrumentTerms::programme).orElseThrow();
    }

    @Override
    public Optional<AssetRecount> next(AssetRecount now) {
        Optional<Asset> next = now.through().isEmpty()
                ? state.first(Tables.ASSETS, AssetCode.LEAST)
                : state.firstAfter(Tables.ASSETS, new AssetCode(now.through()));
        return next.map(asset -> counted(asset, now.passed(asset.code().text())));
    }

    private AssetRecount counted(Asset asset, AssetRecount now) {
        long face = authorisedUnder(programme, Optional.of(asset));
        return face <= Long.MAX_VALUE - now.units() ? now.withMore(face) : now.mismatch();
    }

    /** Minor units; 0 for what is under no programme, or another one. */
    static long authorisedUnder(String programme, Optional<Asset> asset) {
        return asset.flatMap(Asset::instrument)
                .filter(terms -> terms.programme().filter(programme::equals).isPresent())
                .map(InstrumentTerms::authorisedFaceMinor)
                .orElse(0L);
    }

    @Override
    public boolean addsUp(AssetRecount now) {
        return state.programme(programme)
                .filter(found -> found.authorisedMinor() == now.units() && now.units() <= found.ceilingMinor())
                .isPresent();
    }
}
