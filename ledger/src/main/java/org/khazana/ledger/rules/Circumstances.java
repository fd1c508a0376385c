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
    /**
     * The day that counts for business, counted from 1970-01-01: the business day that was opened last or, in a network that never
     * opened one, the local day of the block.
     */
    long day() {
        return view.businessTime().day(blockTimeMillis);
    }

    boolean hasRole(PartyId party, Role role) {
        return view.party(party).filter(known -> known.hasRole(role)).isPresent();
    }

    boolean isActive(PartyId party) {
        return view.party(party).filter(known -> known.isActive()).isPresent();
    }
}
