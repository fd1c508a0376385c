package org.khazana.ledger.transaction;

/** An account, which holds any number of assets. Positive. */
public record AccountId(long number) implements Comparable<AccountId> {
    @Override
    public int compareTo(AccountId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
