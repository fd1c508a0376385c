package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Index;
import org.khazana.ledger.table.TableReads;
import org.khazana.ledger.time.DueKind;
import org.khazana.ledger.transaction.TransactionId;

/** What can be asked about work that is done in steps; part of {@link LedgerView}. */
public interface WorkReads extends TableReads {
    /** The recount of the asset that goes on. */
    default Optional<AssetRecount> openRecount(AssetCode asset) {
        return get(WorkTables.RECOUNTS_OPEN, asset);
    }

    /** All that go on, in order of asset code: few, as somebody is waiting for each. */
    default List<AssetRecount> openRecounts() {
        List<AssetRecount> found = new ArrayList<>();
        scan(WorkTables.RECOUNTS_OPEN, AssetCode.LEAST, (asset, recount) -> found.add(recount)); // true: all of them
        return found;
    }

    /** The newest recount of the asset that is over. */
    default Optional<AssetRecount> lastRecount(AssetCode asset) {
        return get(WorkTables.RECOUNTS, asset);
    }

    /** All money there is, in order of the codes. The founders name the currencies, so they are few. */
    default List<Asset> currencies() {
        List<Asset> found = new ArrayList<>();
        scan(
                WorkTables.CURRENCIES.table(),
                AssetCode.LEAST,
                (entry, code) -> found.add(get(Tables.ASSETS, code).orElseThrow())); // true: all of them
        return found;
    }

    /** How many records of that kind of due work were taken up so far. */
    default long workDone(DueKind kind) {
        return get(WorkTables.WORK_DONE, kind).map(WorkDone::records).orElse(0L);
    }

    /** Numbers of open instructions that due work looks at on that day, oldest first; at most {@code limit}. */
    default List<Long> instructionsDue(long day, int limit) {
        return due(SettlementTables.DUE, Long.MIN_VALUE, day, limit);
    }

    /** Numbers of open instructions whose time is over, oldest first; at most {@code limit}. */
    default List<Long> instructionsExpired(long nowMillis, int limit) {
        return due(SettlementTables.EXPIRING, Long.MIN_VALUE, nowMillis, limit);
    }

    /** Encumbrances whose time is over, oldest first; at most {@code limit}. */
    default List<EncumbranceId> encumbrancesExpired(long nowMillis, int limit) {
        return due(ClaimTables.ENCUMBRANCES_EXPIRING, EncumbranceId.LEAST, nowMillis, limit);
    }

    /** Open motions whose time is over, oldest first; at most {@code limit}. */
    default List<TransactionId> motionsLapsed(long nowMillis, int limit) {
        return due(GovernanceTables.MOTIONS_LAPSING, OpenMotionKey.LEAST, nowMillis, limit);
    }

    private <K extends Comparable<K>, V> List<K> due(Index<DueKey<K>, K, V> index, K least, long last, int limit) {
        List<K> found = new ArrayList<>();
        scan(index.table(), new DueKey<>(Long.MIN_VALUE, least), (entry, key) -> {
            boolean isWanted = entry.due() <= last && found.size() < limit;
            if (isWanted) {
                found.add(key);
            }
            return isWanted;
        });
        return found;
    }
}
