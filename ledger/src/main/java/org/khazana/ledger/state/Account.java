package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Numbered;

/**
 * Where assets are held.
 *
 * @param owner whose assets they are
 * @param controller who operates the account: the owner itself, or its custodian
 * @param debitRule who must sign when something leaves
 */
public record Account(AccountId id, PartyId owner, PartyId controller, Kind kind, DebitRule debitRule, Status status) {

    public enum Kind implements Numbered {
        OWN,
        CLIENT_SEGREGATED,
        CLIENT_OMNIBUS,
        ISSUER_TREASURY,
        /** Where authorities keep what was taken by order. */
        SEIZURE
    }

    public enum DebitRule implements Numbered {
        OWNER,
        CONTROLLER,
        OWNER_AND_CONTROLLER
    }

    public enum Status implements Numbered {
        ACTIVE,
        BLOCKED,
        CLOSED
    }
}
