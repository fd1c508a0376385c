package org.khazana.ledger.state;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.authority.PartyStatus;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.PartyId;

/**
 * A participant in business.
 *
 * @param name of an organisation, or a pseudonym: no personal data stands on the ledger; 1 to 64 characters
 */
public record Party(PartyId id, String name, SortedSet<Role> roles, PartyStatus status) {
    public Party {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }

    public static Party active(PartyId id, String name, Set<Role> roles) {
        return new Party(id, name, new TreeSet<>(roles), PartyStatus.ACTIVE);
    }

    public Party with(PartyStatus next) {
        return new Party(id, name, roles, next);
    }

    public Party with(Role granted) {
        SortedSet<Role> more = new TreeSet<>(roles);
        more.add(granted);
        return new Party(id, name, more, status);
    }

    public Party without(Role revoked) {
        SortedSet<Role> fewer = new TreeSet<>(roles);
        fewer.remove(revoked);
        return new Party(id, name, fewer, status);
    }

    public boolean isActive() {
        return status == PartyStatus.ACTIVE;
    }

    public boolean hasRole(Role role) {
        return roles.contains(role);
    }
}
