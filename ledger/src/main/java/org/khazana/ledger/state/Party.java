package org.khazana.ledger.state;

import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.id.PartyId;

/**
 * A participant in business. What it may do say its {@link RoleGrant}s.
 *
 * @param name of an organisation, or a pseudonym: no personal data stands on the ledger; 1 to 64 characters
 */
public record Party(PartyId id, String name, PartyStatus status) {
    public static Party active(PartyId id, String name) {
        return new Party(id, name, PartyStatus.ACTIVE);
    }

    public Party with(PartyStatus next) {
        return new Party(id, name, next);
    }

    public boolean isActive() {
        return status == PartyStatus.ACTIVE;
    }
}
