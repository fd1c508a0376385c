package org.khazana.ledger.rules;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.PartyId;

/**
 * Who validly signed a transaction.
 *
 * @param parties all whose keys signed, the sender among them
 */
public record Signers(PartyId sender, SortedSet<PartyId> parties) {
    public Signers {
        parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
    }

    public boolean include(PartyId party) {
        return parties.contains(party);
    }
}
