package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.AssetRecount.Part;
import org.khazana.ledger.state.LedgerView;

/**
 * One step of a recount: part after part, record by record. Each part has a class of its own that counts the next record. Writes
 * nothing.
 */
final class RecountStep {
    private final LedgerView state;
    private final Asset asset;

    private RecountStep(LedgerView state, Asset asset) {
        this.state = state;
        this.asset = asset;
    }

    /** Counts one part of a recount. */
    interface PartCount {
        /** One record further, or a mismatch; empty when all are counted. */
        Optional<AssetRecount> next(AssetRecount now);

        /** Whether what was counted in the part is what it should be; asked when all is. */
        boolean addsUp(AssetRecount now);
    }

    /**
     * The recount after so many records more, and those that belong to the last of them beyond.
     *
     * @param records positive
     */
    static AssetRecount after(AssetRecount begun, int records, LedgerView state) {
        RecountStep step = new RecountStep(state, state.asset(begun.asset()).orElseThrow());
        long end = begun.counted() + records;
        AssetRecount now = begun;
        while (now.isGoingOn() && now.counted() < end) {
            now = step.next(now);
        }
        return now;
    }

    private AssetRecount next(AssetRecount now) {
        PartCount part = part(now.part());
        return part.next(now).orElseGet(() -> part.addsUp(now) ? afterPart(now) : now.mismatch());
    }

    private PartCount part(Part part) {
        return switch (part) {
            case POSITIONS -> new PositionCount(state, asset);
            case LOTS -> new LotCount(state, asset);
            case PAYMENTS -> new PaymentCount(state, asset);
            case HOLDINGS -> new HoldingCount(state, asset);
            case PROGRAMME -> new ProgrammeCount(state, asset);
        };
    }

    private AssetRecount afterPart(AssetRecount now) {
        return switch (now.part()) {
            case POSITIONS -> now.counting(asset.isCash() ? Part.PAYMENTS : Part.LOTS);
            case LOTS, PAYMENTS -> now.counting(Part.HOLDINGS);
            case HOLDINGS -> isUnderProgramme() ? now.counting(Part.PROGRAMME) : now.right(asset.outstandingUnits());
            case PROGRAMME -> now.right(asset.outstandingUnits());
        };
    }

    private boolean isUnderProgramme() {
        return asset.instrument().flatMap(InstrumentTerms::programme).isPresent();
    }
}
