package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.CreditRule;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Numbered;

/**
 * Where assets are held. Owner, kind and residency never change; see {@link #isWellFormed}.
 *
 * @param owner whose assets they are; of an omnibus account, who holds them for its clients
 * @param controller who operates the account: the owner itself, or its custodian
 * @param debitRule who must sign when something leaves
 * @param creditRule who must sign when something enters
 * @param residency what its money may become
 * @param registeredAccount hash of the account outside to which its money may be paid out, with a salt kept off the ledger
 */
public record Account(
        AccountId id,
        PartyId owner,
        PartyId controller,
        AccountKind kind,
        DebitRule debitRule,
        CreditRule creditRule,
        Residency residency,
        Optional<Hash> registeredAccount,
        Status status) {

    /** A domestic account into which anybody may pay. */
    public Account(
            AccountId id, PartyId owner, PartyId controller, AccountKind kind, DebitRule debitRule, Status status) {
        this(id, owner, controller, kind, debitRule, CreditRule.FREE, Residency.DOMESTIC, Optional.empty(), status);
    }

    public enum Status implements Numbered {
        ACTIVE,
        BLOCKED,
        CLOSED
    }

    /** Whether owner and controller fit the kind: one's own account is one's own, a client's is somebody else's. */
    public boolean isWellFormed() {
        return switch (kind) {
            case OWN -> owner.equals(controller);
            case CLIENT_SEGREGATED -> !owner.equals(controller);
            case CLIENT_OMNIBUS, ISSUER_TREASURY, ESCROW, SEIZURE, TAX, SUSPENSE -> true;
        };
    }

    public Account with(PartyId nextController, DebitRule nextDebitRule, CreditRule nextCreditRule) {
        return new Account(
                id, owner, nextController, kind, nextDebitRule, nextCreditRule, residency, registeredAccount, status);
    }

    public Account with(Status next) {
        return new Account(id, owner, controller, kind, debitRule, creditRule, residency, registeredAccount, next);
    }
}
