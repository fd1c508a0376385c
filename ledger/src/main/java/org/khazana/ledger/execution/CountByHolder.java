package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;

/**
 * Counts what is kept for holders, account by account or party by party: first by their number, then by asset. What else one of
 * them has is jumped over, which counts as a record too.
 */
abstract class CountByHolder implements RecountStep.PartCount {
    private final Asset asset;

    CountByHolder(Asset asset) {
        this.asset = asset;
    }

    /** What is kept for one of them. */
    record Kept(long number, AssetCode asset, long quantity) {}

    /** How it compares with what it should come to, and how many records were looked at for that. */
    record Comparison(long records, boolean isRight) {}

    /** The first one of the asset with that number, or after it. */
    abstract Optional<Kept> firstFrom(long number);

    /** Of the asset. */
    abstract Comparison compared(Kept kept);

    @Override
    public final Optional<AssetRecount> next(AssetRecount now) {
        // After the greatest number none is left, and the next one would be less.
        return now.next() == Long.MIN_VALUE
                ? Optional.empty()
                : firstFrom(now.next()).map(kept -> next(kept, now));
    }

    private AssetRecount next(Kept kept, AssetRecount now) {
        int order = kept.asset().compareTo(asset.code());
        if (order < 0) {
            return now.passed(1, kept.number());
        }
        if (order > 0) {
            return now.passed(1, kept.number() + 1);
        }
        Comparison comparison = compared(kept);
        boolean isRight =
                comparison.isRight() && kept.quantity() > 0 && kept.quantity() <= Long.MAX_VALUE - now.units();
        long records = 1 + comparison.records();
        return isRight
                ? now.passed(records, kept.number() + 1).withMore(kept.quantity())
                : now.passed(records, kept.number()).mismatch();
    }

    @Override
    public boolean addsUp(AssetRecount now) {
        return now.units() == asset.outstandingUnits();
    }
}
