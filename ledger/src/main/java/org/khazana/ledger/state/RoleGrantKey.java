package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.id.PartyId;

/** What no two grants have in common; ordered by party, then role, then scope. */
public record RoleGrantKey(PartyId party, Role role, RoleScope scope) implements Comparable<RoleGrantKey> {
    private static final Comparator<RoleGrantKey> ORDER = Comparator.comparing(RoleGrantKey::party)
            .thenComparing(RoleGrantKey::role)
            .thenComparing(RoleGrantKey::scope);

    /** Before all grants of the party. */
    static RoleGrantKey first(PartyId party) {
        return new RoleGrantKey(party, Role.ISSUER, RoleScope.EVERYTHING);
    }

    @Override
    public int compareTo(RoleGrantKey other) {
        return ORDER.compare(this, other);
    }
}
