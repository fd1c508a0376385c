package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.id.PartyId;

/**
 * Where a grant is found by what it gives; ordered by role, scope, last day, party. Those that are over come first, so that
 * nobody who looks for the others meets them.
 */
public record RoleKey(Role role, RoleScope scope, long lastDay, PartyId party) implements Comparable<RoleKey> {
    private static final Comparator<RoleKey> ORDER = Comparator.comparing(RoleKey::role)
            .thenComparing(RoleKey::scope)
            .thenComparingLong(RoleKey::lastDay)
            .thenComparing(RoleKey::party);

    static RoleKey of(RoleGrant grant) {
        return new RoleKey(grant.role(), grant.scope(), grant.lastDay(), grant.party());
    }

    RoleGrantKey grant() {
        return new RoleGrantKey(party, role, scope);
    }

    @Override
    public int compareTo(RoleKey other) {
        return ORDER.compare(this, other);
    }
}
