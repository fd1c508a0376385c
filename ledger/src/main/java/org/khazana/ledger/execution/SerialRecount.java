package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Units;
import org.khazana.ledger.table.TableReads;

/** Counts all lots once more: what {@link SerialProof} must have proven after each block. */
final class SerialRecount {
    private final TableReads state;
    private final List<String> mismatches = new ArrayList<>();
    private final SortedMap<PositionKey, Long> held = new TreeMap<>();
    private final SortedMap<AssetCode, Long> retired = new TreeMap<>();
    /** Of each asset the serial after its last lot. */
    private final SortedMap<AssetCode, Long> ends = new TreeMap<>();

    private SerialRecount(TableReads state) {
        this.state = state;
    }

    /** Every way in which the lots do not bear out positions and assets, as sentences; empty when all is well. */
    static List<String> mismatches(TableReads state) {
        SerialRecount recount = new SerialRecount(state);
        state.scan(Tables.LOTS, LotKey.LEAST, (key, lot) -> recount.count(lot));
        state.scan(Tables.ASSETS, AssetCode.LEAST, (code, asset) -> recount.compare(asset));
        state.scan(Tables.POSITIONS, PositionKey.LEAST, (key, position) -> recount.compare(key, position.quantity()));
        recount.ends.forEach(
                (code, end) -> recount.mismatches.add("there are lots of " + code + ", which is no asset"));
        recount.held.forEach((key, sum) -> recount.mismatches.add(
                "account " + key.account() + " has lots of " + sum + " of " + key.asset() + ", but no position"));
        return recount.mismatches;
    }

    private boolean count(Lot lot) {
        long end = ends.getOrDefault(lot.asset(), 1L);
        if (lot.first() != end || lot.length() <= 0) {
            mismatches.add("the lots of " + lot.asset() + " up to " + end + " are followed by " + lot);
        }
        ends.put(lot.asset(), lot.end());
        if (lot.isRetired()) {
            retired.merge(lot.asset(), lot.length(), Math::addExact);
        } else {
            held.merge(new PositionKey(lot.holder().orElseThrow(), lot.asset()), lot.length(), Math::addExact);
        }
        Optional<Passage> passage = state.get(Tables.PASSAGES, lot.passage());
        if (passage.filter(last -> lot.isRetired() || last.to().equals(lot.holder()))
                .isEmpty()) {
            mismatches.add("the passage " + passage + " does not lead to " + lot);
        }
        return true;
    }

    private boolean compare(Asset asset) {
        Units units = asset.units();
        Long end = ends.remove(asset.code());
        Long sum = retired.remove(asset.code());
        boolean addsUp = units.outstanding() + units.retired() == units.nextSerial() - 1;
        if (asset.isSerialised()
                && (!addsUp
                        || (end == null ? 1 : end) != units.nextSerial()
                        || (sum == null ? 0 : sum) != units.retired())) {
            mismatches.add("the lots of " + asset.code() + " end at " + end + " with " + sum
                    + " retired, but there are " + units);
        }
        return true;
    }

    private boolean compare(PositionKey key, long quantity) {
        Long sum = held.remove(key);
        boolean isSerialised = state.get(Tables.ASSETS, key.asset())
                .filter(Asset::isSerialised)
                .isPresent();
        if (isSerialised && (sum == null ? 0 : sum) != quantity) {
            mismatches.add(
                    "account " + key.account() + " holds " + quantity + " of " + key.asset() + ", but lots of " + sum);
        }
        return true;
    }
}
