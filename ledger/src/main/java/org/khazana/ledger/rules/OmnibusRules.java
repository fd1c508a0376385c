package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_KIND_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.OMNIBUS_DAY_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.OMNIBUS_TOTAL_WRONG;

import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.operation.PostOmnibusCommitment;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.OmnibusCommitment;

/** What a custodian may say of whose the contents of an omnibus account are. */
public final class OmnibusRules {
    private OmnibusRules() {}

    /**
     * The affair of the controller; no policy is asked. Order: the account unknown, not an omnibus account; its controller has not
     * signed; the asset unknown; the sum not what the account holds; a day in the future, or before the last one.
     */
    public static void judge(PostOmnibusCommitment post, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        findings.demand(view.account(post.account()), ACCOUNT_UNKNOWN).ifPresent(account -> {
            findings.demand(account.kind() == AccountKind.CLIENT_OMNIBUS, ACCOUNT_KIND_NOT_ALLOWED);
            findings.demand(circumstances.signers().include(account.controller()), CONTROLLER_SIGNATURE_MISSING);
        });
        findings.demand(view.asset(post.asset()), ASSET_UNKNOWN);
        findings.demand(post.total() == view.quantity(post.account(), post.asset()), OMNIBUS_TOTAL_WRONG);
        boolean isAfterLast = view.omnibusCommitment(post.account(), post.asset())
                .map(OmnibusCommitment::asOfDay)
                .filter(last -> post.asOfDate() < last)
                .isEmpty();
        findings.demand(isAfterLast && post.asOfDate() <= circumstances.day(), OMNIBUS_DAY_INVALID);
    }
}
