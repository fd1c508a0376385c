package org.khazana.ledger.execution;

import java.util.EnumSet;
import java.util.TreeSet;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.rules.WorkRules;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.WorkTables;

/** Carries out work that is done in steps. */
final class StepwiseWork {
    private StepwiseWork() {}

    static void perform(WorkOperation operation, Performance performance) {
        switch (operation) {
            case RecountAsset recount -> recount(recount, performance);
            case RunDueWork run -> new DueWork(performance).run(run);
        }
    }

    private static void recount(RecountAsset recount, Performance performance) {
        WorkRules.judge(recount, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            LedgerOverlay ledger = performance.ledger();
            long height = performance.occasion().moment().height();
            AssetRecount begun = ledger.openRecount(recount.asset())
                    .orElseGet(() -> AssetRecount.beginning(recount.asset(), height));
            AssetRecount now =
                    RecountStep.after(begun, recount.records(), ledger).at(height);
            if (now.isGoingOn()) {
                ledger.apply(WorkTables.RECOUNTS_OPEN.put(now));
            } else {
                end(now, ledger);
            }
        }
    }

    /** What does not add up is a bug or damage, so nothing more may happen with the asset before people have looked at it. */
    private static void end(AssetRecount recount, LedgerOverlay ledger) {
        ledger.apply(WorkTables.RECOUNTS_OPEN.removal(recount.asset()));
        ledger.apply(WorkTables.RECOUNTS.put(recount));
        if (recount.status() == AssetRecount.Status.MISMATCH) {
            Asset asset = ledger.asset(recount.asset()).orElseThrow();
            ledger.apply(Tables.ASSETS.put(asset.withPaused(new TreeSet<>(EnumSet.allOf(AssetAction.class)))));
        }
    }
}
