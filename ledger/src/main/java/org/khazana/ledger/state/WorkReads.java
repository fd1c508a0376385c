package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.TableReads;

/** What can be asked about work that is done in steps; part of {@link LedgerView}. */
public interface WorkReads extends TableReads {
    /** The recount of the asset that goes on. */
    default Optional<AssetRecount> openRecount(AssetCode asset) {
        return get(WorkTables.RECOUNTS_OPEN, asset);
    }

    /** The newest recount of the asset that is over. */
    default Optional<AssetRecount> lastRecount(AssetCode asset) {
        return get(WorkTables.RECOUNTS, asset);
    }

    /** All money there is, in order of the codes. The founders name the currencies, so they are few. */
    default List<Asset> currencies() {
        List<Asset> found = new ArrayList<>();
        scan(WorkTables.CURRENCIES.table(), AssetCode.LEAST, (entry, code) -> found.add(
                get(Tables.ASSETS, code).orElseThrow())); // true: all of them
        return found;
    }
}
