package org.khazana.ledger.rules;

import org.khazana.ledger.authority.Role;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.LedgerView;

/**
 * What a rule may look at beside the operation itself.
 *
 * @param view the state as all earlier transactions left it
 * @param blockTimeMillis the only time there is, milliseconds since 1970 UTC
 */
public record Circumstances(LedgerView view, Signers signers, long blockTimeMillis) {
    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    /** Civil day of the block in UTC, counted from 1970-01-01. */
    long day() {
        return dayOf(blockTimeMillis);
    }

    /** Civil day in UTC, counted from 1970-01-01. */
    public static long dayOf(long millis) {
        return Math.floorDiv(millis, DAY_MILLIS);
    }

    boolean hasRole(PartyId party, Role role) {
        return view.party(party).filter(known -> known.hasRole(role)).isPresent();
    }

    boolean isActive(PartyId party) {
        return view.party(party).filter(known -> known.isActive()).isPresent();
    }
}
