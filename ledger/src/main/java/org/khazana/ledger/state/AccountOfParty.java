package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;

/** A party and an account that it owns; ordered by party, then account. */
public record AccountOfParty(PartyId owner, AccountId account) implements Comparable<AccountOfParty> {
    private static final Comparator<AccountOfParty> ORDER =
            Comparator.comparing(AccountOfParty::owner).thenComparing(AccountOfParty::account);

    @Override
    public int compareTo(AccountOfParty other) {
        return ORDER.compare(this, other);
    }
}
