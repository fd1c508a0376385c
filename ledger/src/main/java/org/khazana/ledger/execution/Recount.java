package org.khazana.ledger.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.PositionKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;

/** Counts everything once more, from all positions and lots: what the proofs after each transaction must agree with. */
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
        SortedMap<String, Long> authorised = new TreeMap<>();
        state.scan(Tables.ASSETS, AssetCode.LEAST, (code, asset) -> {
            asset.instrument().ifPresent(terms -> {
                if (asset.outstandingUnits() > terms.units().authorised()) {
                    mismatches.add(asset.outstandingUnits() + " of " + code + " are outstanding, but "
                            + terms.units().authorised() + " are authorised");
                }
                terms.programme()
                        .ifPresent(
                                programme -> authorised.merge(programme, terms.authorisedFaceMinor(), Math::addExact));
            });
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
        recountProgrammes(state, authorised, mismatches);
        mismatches.addAll(SerialRecount.mismatches(state));
        CashProof.addMismatches(state, mismatches);
        return mismatches;
    }

    private static void recountProgrammes(
            TableReads state, SortedMap<String, Long> authorised, List<String> mismatches) {
        state.scan(Tables.PROGRAMMES, "", (code, programme) -> {
            Long sum = authorised.remove(code);
            long counted = sum == null ? 0 : sum;
            if (counted != programme.authorisedMinor() || counted > programme.ceilingMinor()) {
                mismatches.add("the instruments of programme " + code + " are authorised for " + counted + ", but "
                        + programme.authorisedMinor() + " of " + programme.ceilingMinor() + " are counted");
            }
            return true;
        });
        authorised.forEach(
                (code, sum) -> mismatches.add(sum + " are authorised under " + code + ", which is no programme"));
    }
}
