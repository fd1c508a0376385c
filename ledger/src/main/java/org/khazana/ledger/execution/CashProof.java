package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.TableReads;

/** Proves that all money here is money outside, from what was written. A failure is a bug. */
final class CashProof {
    private static final RtgsKey LEAST = new RtgsKey(AssetCode.LEAST, "");

    private CashProof() {}

    /** Invariant I10: money comes and goes with payments outside only, and no payment is changed or counted twice. */
    static void paymentsExplainMoney(LedgerView before, LedgerOverlay after) {
        Sums<AssetCode> paid = new Sums<>();
        after.changed(Tables.PAYMENTS).forEach((reference, payment) -> {
            Invariant.check(
                    payment.isPresent() && before.payment(reference).isEmpty(),
                    "I10: payment %s was changed",
                    reference);
            paid.add(reference.currency(), payment.orElseThrow().amount());
        });
        Sums<AssetCode> created = new Sums<>();
        for (Optional<Asset> changed : after.changed(Tables.ASSETS).values()) {
            Asset asset = changed.orElseThrow();
            if (asset.isCash()) {
                long earlier =
                        before.asset(asset.code()).map(Asset::outstandingUnits).orElse(0L);
                created.add(asset.code(), Math.subtractExact(asset.outstandingUnits(), earlier));
            }
        }
        Invariant.check(created.equals(paid), "I10: money changes by %s, but payments come to %s", created, paid);
    }

    /** Invariant I10, from all records; part of {@link Recount}. */
    static void addMismatches(TableReads state, List<String> mismatches) {
        SortedMap<AssetCode, Long> paid = new TreeMap<>();
        // Sums on the way may be too large, as references have no order in time; the last ones are not, so plain
        // addition is right.
        state.scan(Tables.PAYMENTS, LEAST, (reference, payment) -> {
            paid.merge(reference.currency(), payment.amount(), Long::sum);
            return true;
        });
        state.scan(Tables.ASSETS, AssetCode.LEAST, (code, asset) -> {
            long sum = paid.getOrDefault(code, 0L);
            if (asset.isCash() && asset.outstandingUnits() != sum) {
                mismatches.add("payments in " + code + " come to " + sum + ", but " + asset.outstandingUnits()
                        + " are outstanding");
            }
            return true;
        });
    }
}
