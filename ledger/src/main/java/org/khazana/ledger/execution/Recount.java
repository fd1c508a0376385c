package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.transaction.AssetCode;

/** Counts everything once more, from all positions: what the running proof of each block must agree with. */
public final class Recount {
    private Recount() {}

    /**
     * Every way in which the positions do not bear out the assets, as sentences; empty when all is well.
     *
     * @param assets all of them
     * @param positions all of them, in any order
     */
    public static List<String> mismatches(Iterable<Asset> assets, Iterable<Position> positions) {
        List<String> mismatches = new ArrayList<>();
        SortedMap<AssetCode, Long> sums = new TreeMap<>();
        for (Position position : positions) {
            if (position.quantity() <= 0) {
                mismatches.add("account " + position.account() + " is kept with " + position.quantity() + " of "
                        + position.asset());
            }
            sums.merge(position.asset(), position.quantity(), Math::addExact);
        }
        for (Asset asset : assets) {
            Long sum = sums.remove(asset.code());
            if ((sum == null ? 0 : sum) != asset.outstandingUnits()) {
                mismatches.add("the positions in " + asset.code() + " sum to " + sum + ", but "
                        + asset.outstandingUnits() + " are outstanding");
            }
        }
        sums.forEach((code, sum) -> mismatches.add(sum + " of " + code + " are held, which is no asset"));
        return mismatches;
    }
}
