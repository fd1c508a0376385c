package org.khazana.ledger.rules;

import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.authority.Subject;
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
    /** Time of the block, milliseconds since 1970 UTC. */
    public long blockTimeMillis() {
        return moment.timeMillis();
    }

    /**
     * The day that counts for business, counted from 1970-01-01: the business day that was opened last or, in a network that never
     * opened one, the local day of the block.
     */
    public long day() {
        return view.businessTime().day(blockTimeMillis());
    }

    /** The same, had those signed. */
    public Circumstances signedBy(Signers others) {
        return new Circumstances(view, others, moment);
    }

    /** For everything: a role that was granted for a programme or an asset only does not count. */
    boolean hasRole(PartyId party, Role role) {
        return hasRole(party, role, Subject.NOTHING_IN_PARTICULAR);
    }

    /** For what is about that subject, today. */
    boolean hasRole(PartyId party, Role role, Subject subject) {
        return view.hasRole(party, role, subject, day());
    }

    public boolean isActive(PartyId party) {
        return view.party(party).filter(known -> known.isActive()).isPresent();
    }
}
