package org.khazana.ledger.transaction;

/** A participant in business: a ministry, a bank, a custodian, an investor under a pseudonym. Positive. */
public record PartyId(long number) implements Comparable<PartyId> {
    @Override
    public int compareTo(PartyId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
