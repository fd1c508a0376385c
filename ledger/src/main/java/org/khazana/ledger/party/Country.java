package org.khazana.ledger.party;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Reference;
import org.khazana.ledger.form.Says;

/** A country as an element of a list; whether there is such a country is a question for the rules. */
@Says("{code}")
public record Country(
        @Reference(max = Country.CODE_LENGTH) @Means("ISO 3166-1 alpha-2")
        String code) implements Comparable<Country> {
    /** Characters of a code. */
    public static final int CODE_LENGTH = 2;

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }
}
