package org.khazana.ledger.state;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Numbered;

/**
 * A participant in business.
 *
 * @param name of an organisation, or a pseudonym: no personal data stands on the ledger; 1 to 64 characters
 */
public record Party(PartyId id, String name, SortedSet<Role> roles, Status status) {
    public Party {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    public enum Status implements Numbered {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    public static Party active(PartyId id, String name, Set<Role> roles) {
        return new Party(id, name, new TreeSet<>(roles), Status.ACTIVE);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public boolean hasRole(Role role) {
        return roles.contains(role);
    }
}
