package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.STEP_SIZE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.WORK_NOT_DUE;

import org.khazana.ledger.operation.RecountAsset;
import org.khazana.ledger.operation.RunDueWork;
import org.khazana.ledger.operation.WorkOperation;
import org.khazana.ledger.state.AssetRecount;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.time.DueKind;

/** Whether a step of some work is the one that comes next. */
public final class WorkRules {
    private WorkRules() {}

    /** Order: the policy; the asset unknown; no records, or too many; not the next step. */
    public static void judge(RecountAsset recount, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(recount, circumstances, findings);
        findings.demand(circumstances.view().asset(recount.asset()), ASSET_UNKNOWN);
        size(recount, WorkOperation.RECORDS_MAX, findings);
        long counted = circumstances
                .view()
                .openRecount(recount.asset())
                .map(AssetRecount::counted)
                .orElse(0L);
        findings.demand(recount.cursor() == counted, WORK_NOT_DUE);
    }

    /** Order: the policy; no records, or too many; not the next step, or nothing to do. */
    public static void judge(RunDueWork run, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(run, circumstances, findings);
        size(run, run.kind().recordsMax(), findings);
        boolean isNext = run.cursor() == circumstances.view().workDone(run.kind());
        findings.demand(isNext && isAnyDue(run.kind(), circumstances), WORK_NOT_DUE);
    }

    private static boolean isAnyDue(DueKind kind, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        long now = circumstances.blockTimeMillis();
        return switch (kind) {
            case SETTLE_INSTRUCTIONS ->
                !view.instructionsDue(circumstances.day(), 1).isEmpty();
            case EXPIRE_INSTRUCTIONS -> !view.instructionsExpired(now, 1).isEmpty();
            case FREE_ENCUMBRANCES -> !view.encumbrancesExpired(now, 1).isEmpty();
            case CLOSE_MOTIONS -> !view.motionsLapsed(now, 1).isEmpty();
        };
    }

    private static void size(WorkOperation work, int most, Findings findings) {
        findings.demand(work.records() >= 1 && work.records() <= most, STEP_SIZE_INVALID);
    }
}
