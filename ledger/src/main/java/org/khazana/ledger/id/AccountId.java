package org.khazana.ledger.id;

/** An account, which holds any number of assets. Positive. */
public record AccountId(long number) implements Comparable<AccountId> {
    /** Before any other. */
    public static final AccountId LEAST = new AccountId(Long.MIN_VALUE);

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
