package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;

/** Who may sign at all. */
public final class AuthorityRules {
    private AuthorityRules() {}

    /** Every party that signed must be active; the signature of a suspended one supports nothing. */
    public static void signersActive(Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.signers().parties().stream().allMatch(circumstances::isActive), PARTY_NOT_ACTIVE);
    }
}
