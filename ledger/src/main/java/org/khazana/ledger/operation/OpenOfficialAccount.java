package org.khazana.ledger.operation;

import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;

@Means(
        "Opens an account that serves the register itself: a treasury of an issuer, an escrow, what was seized, tax, or what "
                + "could not be paid. Signed as the policy demands: by a registrar and a governor, unless the governors say otherwise.")
@Says({
    "open the official account {account}, which is {kind}",
    "its owner is party {owner}, its controller party {controller}",
    "who must sign when something leaves: {debitRule}; when something enters: {creditRule}"
})
public record OpenOfficialAccount(
        @Means("a number that no account has") AccountId account,

        @Means("ISSUER_TREASURY, ESCROW, SEIZURE, TAX or SUSPENSE, for ever")
        AccountKind kind,

        @Means("whose assets they are; of a treasury, an issuer")
        PartyId owner,

        @Means("who operates it") PartyId controller,

        @Means("who must sign when something leaves") DebitRule debitRule,

        @Means("who must sign when something enters") CreditRule creditRule)
        implements AccountOperation {}
