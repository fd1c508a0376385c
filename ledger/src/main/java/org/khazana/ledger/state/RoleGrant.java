package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.RoleScope;
import org.khazana.ledger.id.PartyId;

/**
 * A role that a party was given, for something, and perhaps for a time. It stays when its time is over, until it is revoked.
 *
 * @param untilDay the last day on which it counts, counted from 1970-01-01
 */
public record RoleGrant(PartyId party, Role role, RoleScope scope, Optional<Integer> untilDay) {
    /** That one party may have. */
    public static final int PER_PARTY_MAX = 256;

    /** A day after which only grants without an end count. */
    public static final long END_OF_TIME = Long.MAX_VALUE;

    /** For everything and without an end. */
    public static RoleGrant unlimited(PartyId party, Role role) {
        return new RoleGrant(party, role, RoleScope.EVERYTHING, Optional.empty());
    }

    public RoleGrantKey key() {
        return new RoleGrantKey(party, role, scope);
    }

    /** Whether it counts on that day, as far as time goes. */
    public boolean isInTime(long day) {
        return day <= lastDay();
    }

    /** {@link #END_OF_TIME} where there is none. */
    long lastDay() {
        return untilDay.map(Integer::longValue).orElse(END_OF_TIME);
    }
}
