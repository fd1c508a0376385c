package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;

import org.khazana.ledger.id.PartyId;

/** Who may sign at all. */
public final class AuthorityRules {
    private AuthorityRules() {}

    /** Every party that signed must be active; the signature of a suspended one supports nothing. */
    public static void signersActive(Circumstances circumstances, Findings findings) {
        for (PartyId party : circumstances.signers().persons().keySet()) {
            findings.demand(circumstances.isActive(party), PARTY_NOT_ACTIVE);
        }
    }
}
