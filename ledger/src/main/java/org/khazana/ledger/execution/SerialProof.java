package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;

/**
 * Proves from what was written, whatever wrote it, that every token is the one that it was: invariants I2, I3, I4 and I22. If the
 * lots of an asset lay side by side from 1 to the next serial before, they do so afterwards. The cost grows with what changed.
 */
final class SerialProof {
    private final LedgerView before;
    private final LedgerOverlay after;
    /** By how much the lots of a position grew, and how many serials were retired; without zeros. */
    private final Sums<PositionKey> held = new Sums<>();

    private final Sums<AssetCode> retired = new Sums<>();
    /** Of each asset the last stretch of serials whose lots were written. */
    private final SortedMap<AssetCode, Stretch> written = new TreeMap<>();

    private SerialProof(LedgerView before, LedgerOverlay after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Stops the node unless all holds.
     *
     * @param positions all that became of positions between the two
     */
    static void prove(LedgerView before, LedgerOverlay after, List<PositionChange> positions) {
        SerialProof proof = new SerialProof(before, after);
        after.changedInOrder(Tables.LOTS).forEach(proof::look);
        proof.written.forEach((asset, last) -> proof.proveEnds(last));
        after.changed(Tables.ASSETS).values().forEach(changed -> changed.ifPresent(proof::proveUnits));
        Invariant.check(
                proof.retired.areNone(), "I4: lots were retired, but the assets do not say so: %s", proof.retired);
        positions.forEach(proof::settle);
        Invariant.check(proof.held.areNone(), "I2: lots change by %s, but the positions do not", proof.held);
    }

    /** One lot that was written or removed. */
    private void look(LotKey key, Optional<Lot> now) {
        Optional<Lot> earlier = before.get(Tables.LOTS, key);
        earlier.ifPresent(lot -> {
            Invariant.check(
                    !lot.isRetired() || now.filter(lot::equals).isPresent(), "I22: %s does not stay retired", lot);
            count(lot, -1);
        });
        now.ifPresent(lot -> {
            Invariant.check(lot.length() > 0, "I3: the lot %s is empty", lot);
            count(lot, 1);
        });
        Stretch last = written.get(key.asset());
        if (last == null || key.first() > last.end()) {
            Invariant.check(now.isPresent(), "I3: serial %s of %s is in no lot", key.first(), key.asset());
            proveEnds(last);
            last = Stretch.startingAt(key);
        }
        written.put(key.asset(), last.and(key, earlier, now));
    }

    private void count(Lot lot, int sign) {
        long change = sign * lot.length();
        lot.holder()
                .ifPresentOrElse(
                        holder -> held.add(new PositionKey(holder, lot.asset()), change),
                        () -> retired.add(lot.asset(), change));
    }

    /**
     * Outside of a stretch nothing was written. So if it begins and ends where lots began and ended before, and all lots
     * that were between are among those written, there is no gap and no overlap (I3).
     */
    private void proveEnds(@Nullable Stretch stretch) {
        if (stretch == null) {
            return;
        }
        long nextBefore = before.asset(stretch.asset())
                .map(Asset::units)
                .orElse(Units.NONE)
                .nextSerial();
        long nextAfter = after.asset(stretch.asset())
                .map(Asset::units)
                .orElse(Units.NONE)
                .nextSerial();
        boolean beginsWell = stretch.first() == nextBefore || wasFirst(stretch.asset(), stretch.first());
        boolean endsWell = stretch.end() == nextAfter || wasFirst(stretch.asset(), stretch.end());
        long lengthBefore = Math.min(stretch.end(), nextBefore) - stretch.first();
        Invariant.check(
                beginsWell && endsWell && lengthBefore == stretch.lengthBefore() && stretch.end() <= nextAfter,
                "I3: the lots of %s from %s to %s do not take the place of those that were there",
                stretch.asset(),
                stretch.first(),
                stretch.end());
    }

    private boolean wasFirst(AssetCode asset, long serial) {
        return before.get(Tables.LOTS, new LotKey(asset, serial)).isPresent();
    }

    /**
     * I4, and that the serials just given out are in lots; serials are given out once (I22). Figures that were wrong before do not keep
     * an asset from being stopped.
     */
    private void proveUnits(Asset asset) {
        Units units = asset.units();
        Units earlier = before.asset(asset.code()).map(Asset::units).orElse(Units.NONE);
        Invariant.check(
                units.nextSerial() >= earlier.nextSerial(), "I22: serials of %s are given out again", asset.code());
        if (units.nextSerial() > earlier.nextSerial()) {
            Stretch last = written.get(asset.code());
            Invariant.check(
                    last != null && last.end() == units.nextSerial(),
                    "I3: new serials of %s are in no lot",
                    asset.code());
        }
        Invariant.check(
                !asset.isSerialised()
                        || units.equals(earlier)
                        || units.outstanding() + units.retired() == units.nextSerial() - 1,
                "I4: of %s there are %s, which cannot be",
                asset.code(),
                units);
        retired.add(asset.code(), Math.subtractExact(earlier.retired(), units.retired()));
    }

    /** I2: what a position gained its lots gained. */
    private void settle(PositionChange change) {
        if (after.asset(change.key().asset()).filter(Asset::isSerialised).isPresent()) {
            held.subtract(change.key(), change.gained());
        }
    }

    /**
     * Lots that were written and touch one another.
     *
     * @param lengthBefore of the lots that were there before under the keys written
     */
    private record Stretch(AssetCode asset, long first, long end, long lengthBefore) {
        static Stretch startingAt(LotKey key) {
            return new Stretch(key.asset(), key.first(), key.first(), 0);
        }

        Stretch and(LotKey key, Optional<Lot> earlier, Optional<Lot> now) {
            if (now.isPresent()) {
                Invariant.check(key.first() == end, "I3: serial %s of %s is in two lots", key.first(), asset);
            } else {
                Invariant.check(key.first() < end, "I3: serial %s of %s is in no lot", key.first(), asset);
            }
            return new Stretch(
                    asset,
                    first,
                    now.map(Lot::end).orElse(end),
                    lengthBefore + earlier.map(Lot::length).orElse(0L));
        }
    }
}
