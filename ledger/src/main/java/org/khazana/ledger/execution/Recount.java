package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;

/** Counts everything once more, from all positions: what the running proof of each block must agree with. */
public final class Recount {
    private Recount() {}

    /**
     * Every way in which the positions do not bear out the assets and holders, as sentences; empty when all is well.
     *
     * @param state all of it
     */
    public static List<String> mismatches(TableReads state) {
        List<String> mismatches = new ArrayList<>();
        SortedMap<AssetCode, Long> sums = new TreeMap<>();
        state.scan(Tables.POSITIONS, PositionKey.LEAST, (key, position) -> {
            if (position.quantity() <= 0) {
                mismatches.add("account " + position.account() + " is kept with " + position.quantity() + " of "
                        + position.asset());
            }
            sums.merge(position.asset(), position.quantity(), Math::addExact);
            return true;
        });
        state.scan(Tables.ASSETS, AssetCode.LEAST, (code, asset) -> {
            Long sum = sums.remove(code);
            if ((sum == null ? 0 : sum) != asset.outstandingUnits()) {
                mismatches.add("the positions in " + code + " sum to " + sum + ", but " + asset.outstandingUnits()
                        + " are outstanding");
            }
            return true;
        });
        ClaimRecount.addMismatches(state, mismatches);
        sums.forEach((code, sum) -> mismatches.add(sum + " of " + code + " are held, which is no asset"));
        HolderRecount.count(state, mismatches);
        CashProof.addMismatches(state, mismatches);
        return mismatches;
    }
}
