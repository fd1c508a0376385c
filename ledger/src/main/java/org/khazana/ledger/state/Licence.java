package org.khazana.ledger.state;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.party.InvestorClass;

/**
 * Whom an attestor may attest.
 *
 * @param untilDay last day on which it may, counted from 1970-01-01
 * @param classes of investors; none at all if empty
 * @param countries of investors, ISO 3166-1 alpha-2; every country if empty
 */
public record Licence(PartyId party, int untilDay, SortedSet<InvestorClass> classes, SortedSet<String> countries) {
    public Licence {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
        countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
    }

    /** Whether it allows to attest such an investor on that day. */
    public boolean covers(InvestorClass investorClass, String country, long day) {
        return day <= untilDay
                && classes.contains(investorClass)
                && (countries.isEmpty() || countries.contains(country));
    }
}
