package org.khazana.ledger.operation;

import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;

@Means("Opens an account of one's own, or of a custodian's client or clients. Signed by owner and controller.")
@Says({
    "open account {account}, which is {kind}",
    "its owner is party {owner}, its controller party {controller}",
    "who must sign when something leaves: {debitRule}; when something enters: {creditRule}",
    "its money is {residency}",
    "the account outside is committed to by {registeredAccount}|without an account outside"
})
public record OpenAccount(
        @Means("a number that no account has") AccountId account,

        @Means("OWN, CLIENT_SEGREGATED or CLIENT_OMNIBUS, for ever")
        AccountKind kind,

        @Means(
                "whose assets they are; of an omnibus account, the custodian or distributor who holds them for its clients")
        PartyId owner,

        @Means("the owner itself for OWN; a custodian otherwise")
        PartyId controller,

        @Means("who must sign when something leaves") DebitRule debitRule,

        @Means("who must sign when something enters") CreditRule creditRule,

        @Means("what its money may become") Residency residency,

        @Means(
                "hash of the account in local currency outside to which its money may be paid out, with a salt kept off the ledger")
        Optional<Hash> registeredAccount)
        implements AccountOperation {}
