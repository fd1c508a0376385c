package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.OPERATION_PAUSED;
import static org.khazana.ledger.refusal.RefusalCode.PAUSE_UNCHANGED;
import static org.khazana.ledger.refusal.RefusalCode.USE_NOT_ALLOWED;

import java.util.SortedSet;
import org.khazana.ledger.instrument.AssetAction;
import org.khazana.ledger.instrument.AssetUse;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.PauseAsset;
import org.khazana.ledger.operation.ResumeAsset;
import org.khazana.ledger.state.Asset;

/** Whether something may be done with an asset at all, whoever asks. Every operation that touches units asks here. */
public final class AssetGates {
    private AssetGates() {}

    /** Units come into being. Order: matured; paused. */
    static void issue(Asset asset, Circumstances circumstances, Findings findings) {
        active(asset, circumstances, findings);
        findings.demand(!asset.isPaused(AssetAction.ISSUE), OPERATION_PAUSED);
    }

    /** Units go out of being, which they may after the maturity day as well. Order: paused. */
    static void retire(Asset asset, Findings findings) {
        findings.demand(!asset.isPaused(AssetAction.RETIRE), OPERATION_PAUSED);
    }

    /** Units are to move some day. Order: matured; not for passing on. */
    static void transferable(Asset asset, Circumstances circumstances, Findings findings) {
        active(asset, circumstances, findings);
        findings.demand(allows(asset, AssetUse.TRANSFER), USE_NOT_ALLOWED);
    }

    /** Units move. Order: matured; paused; not for passing on. */
    static void transfer(Asset asset, Circumstances circumstances, Findings findings) {
        active(asset, circumstances, findings);
        findings.demand(!asset.isPaused(AssetAction.TRANSFER), OPERATION_PAUSED);
        findings.demand(allows(asset, AssetUse.TRANSFER), USE_NOT_ALLOWED);
    }

    /** Units become security for a debt. Order: matured; paused; not for pledging. */
    static void pledge(Asset asset, Circumstances circumstances, Findings findings) {
        active(asset, circumstances, findings);
        findings.demand(!asset.isPaused(AssetAction.PLEDGE), OPERATION_PAUSED);
        findings.demand(allows(asset, AssetUse.PLEDGE), USE_NOT_ALLOWED);
    }

    /** An instrument moves until the end of its maturity day; from then on its holders are owed money, not tokens. */
    private static void active(Asset asset, Circumstances circumstances, Findings findings) {
        boolean isActive = asset.instrument()
                .flatMap(InstrumentTerms::maturityDay)
                .map(maturityDay -> circumstances.day() <= maturityDay)
                .orElse(true);
        findings.demand(isActive, ASSET_NOT_ACTIVE);
    }

    private static boolean allows(Asset asset, AssetUse use) {
        return asset.instrument().map(terms -> terms.allows(use)).orElse(true);
    }

    /** Order: the policy; the asset unknown; nothing of it would be stopped that is not stopped already. */
    public static void judge(PauseAsset pause, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(pause, circumstances, findings);
        findings.demand(circumstances.view().asset(pause.asset()), ASSET_UNKNOWN)
                .ifPresent(asset -> findings.demand(!asset.paused().containsAll(pause.actions()), PAUSE_UNCHANGED));
    }

    /** Order: the policy; the asset unknown; nothing of it is stopped. */
    public static void judge(ResumeAsset resume, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(resume, circumstances, findings);
        findings.demand(circumstances.view().asset(resume.asset()), ASSET_UNKNOWN)
                .ifPresent(asset -> findings.demand(isAnyPaused(asset, resume.actions()), PAUSE_UNCHANGED));
    }

    private static boolean isAnyPaused(Asset asset, SortedSet<AssetAction> actions) {
        return actions.stream().anyMatch(asset::isPaused);
    }
}
