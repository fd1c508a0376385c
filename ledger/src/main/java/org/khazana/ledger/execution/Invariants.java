package org.khazana.ledger.execution;

/**
 * All that must hold after a transaction, whatever the rules have said before: proved from what was written and not from how
 * it came about. The cost grows with what changed. A failure is a bug: what the transaction did is dropped, and business stops.
 */
final class Invariants {
    private Invariants() {}

    static void prove(Deed deed) {
        Conservation.prove(deed);
        MotionProof.agreementWasThere(deed.before(), deed.after(), deed.day());
        GrantProof.rolesAreAsAskedFor(deed);
        HolderProof.proveEligible(deed.positions(), deed.after(), deed.day());
        LimitsProof.proveBacking(deed.before(), deed.after(), deed.blockTimeMillis());
        ClaimProof.restrainedUnitsStay(deed);
        RestrictedTokenProof.tokensStay(deed);
        EncumberedTokenProof.tokensStay(deed);
        AuthorityProof.restrictionsStand(deed);
        AuthorityProof.ordersAreObeyed(deed);
        CashProof.paymentsExplainMoney(deed.before(), deed.after());
        LegsProof.wholeOrNothing(deed);
    }
}
