package org.khazana.ledger.execution;

import org.khazana.ledger.Invariant;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.Holding;
import org.khazana.ledger.state.LedgerOverlay;

/** Keeps in step what each party holds in all its accounts, so that a limit costs the same however many accounts there are. */
final class HoldingTotals {
    private HoldingTotals() {}

    /** The owner of the account has {@code delta} more of the asset. */
    static void add(LedgerOverlay ledger, AccountId account, AssetCode asset, long delta) {
        PartyId owner = ledger.account(account).orElseThrow().owner();
        long after = Math.addExact(ledger.holding(owner, asset), delta);
        Invariant.check(after >= 0, "party %s would hold %s of %s", owner, after, asset);
        ledger.apply(new Holding(owner, asset, after).set());
    }
}
