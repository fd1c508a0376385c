package org.khazana.ledger.state;

import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.InvestorClass;

/**
 * What an attestor has said of an investor. It is never removed: that it has ended is seen by comparing days.
 *
 * @param country where the investor resides, ISO 3166-1 alpha-2
 * @param untilDay last day on which it holds, counted from 1970-01-01
 */
public record Eligibility(
        PartyId party, InvestorClass investorClass, String country, int untilDay, PartyId attestor, boolean isRevoked) {

    /** Whether it holds on that day. */
    public boolean holdsOn(long day) {
        return !isRevoked && day <= untilDay;
    }

    public Eligibility revoked() {
        return new Eligibility(party, investorClass, country, untilDay, attestor, true);
    }
}
