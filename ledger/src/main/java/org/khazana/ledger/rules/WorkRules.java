package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.STEP_SIZE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.WORK_NOT_DUE;

import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.state.AssetRecount;

/** Whether a step of some work is the one that comes next. */
public final class WorkRules {
    private WorkRules() {}

    /** Order: the policy; the asset unknown; no records, or too many; not the next step. */
    public static void judge(RecountAsset recount, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(recount, circumstances, findings);
        findings.demand(circumstances.view().asset(recount.asset()), ASSET_UNKNOWN);
        size(recount, findings);
        long counted = circumstances
                .view()
                .openRecount(recount.asset())
                .map(AssetRecount::counted)
                .orElse(0L);
        findings.demand(recount.cursor() == counted, WORK_NOT_DUE);
    }

    private static void size(WorkOperation work, Findings findings) {
        findings.demand(work.records() >= 1 && work.records() <= WorkOperation.RECORDS_MAX, STEP_SIZE_INVALID);
    }
}
