package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.PartyId;

/** A role and a party that has it; ordered by role, then party. */
public record RoleKey(Role role, PartyId party) implements Comparable<RoleKey> {
    private static final Comparator<RoleKey> ORDER =
            Comparator.comparing(RoleKey::role).thenComparing(RoleKey::party);

    @Override
    public int compareTo(RoleKey other) {
        return ORDER.compare(this, other);
    }
}
