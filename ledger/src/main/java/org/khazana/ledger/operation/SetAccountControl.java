package org.khazana.ledger.operation;

import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;

@Means(
        "Says who operates an account, and who must sign for it, from now on. Signed by the owner, by the new controller, and by "
                + "the one before if it is still active.")
@Says({
    "from now on party {controller} operates account {account}",
    "who must sign when something leaves: {debitRule}; when something enters: {creditRule}"
})
public record SetAccountControl(
        @Means("which account") AccountId account,

        @Means("who operates it; the owner itself for OWN, a custodian for clients")
        PartyId controller,

        @Means("who must sign when something leaves") DebitRule debitRule,

        @Means("who must sign when something enters") CreditRule creditRule)
        implements AccountOperation {}
