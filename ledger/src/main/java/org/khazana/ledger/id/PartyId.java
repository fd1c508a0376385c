package org.khazana.ledger.id;

/** A participant in business: a ministry, a bank, a custodian, an investor under a pseudonym. Positive. */
public record PartyId(long number) implements Comparable<PartyId> {
    /** Before any other. */
    public static final PartyId LEAST = new PartyId(Long.MIN_VALUE);

    @Override
    public int compareTo(PartyId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
