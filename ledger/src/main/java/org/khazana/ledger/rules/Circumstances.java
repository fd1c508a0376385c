package org.khazana.ledger.rules;

import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.state.LedgerView;

/**
 * What a rule may look at beside the operation itself.
 *
 * @param view the state as all earlier transactions left it
 * @param moment of the block that it is in
 */
public record Circumstances(LedgerView view, Signers signers, Moment moment) {
    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    /** Time of the block, milliseconds since 1970 UTC. */
    public long blockTimeMillis() {
        return moment.timeMillis();
    }

    /** Civil day of the block in UTC, counted from 1970-01-01. */
    long day() {
        return dayOf(blockTimeMillis());
    }

    /** Civil day in UTC, counted from 1970-01-01. */
    public static long dayOf(long timeMillis) {
        return Math.floorDiv(timeMillis, DAY_MILLIS);
    }

    /** The same, had those signed. */
    public Circumstances signedBy(Signers others) {
        return new Circumstances(view, others, moment);
    }

    boolean hasRole(PartyId party, Role role) {
        return view.party(party).filter(known -> known.hasRole(role)).isPresent();
    }

    public boolean isActive(PartyId party) {
        return view.party(party).filter(known -> known.isActive()).isPresent();
    }
}
