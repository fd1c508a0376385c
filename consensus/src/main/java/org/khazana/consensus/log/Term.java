package org.khazana.consensus.log;

/**
 * A period with at most one leader (Raft §5.1). Terms only grow; 0 is the term of the genesis, in which nobody leads.
 *
 * @param number not negative
 */
public record Term(long number) implements Comparable<Term> {
    public static final Term ZERO = new Term(0);

    public Term {
        if (number < 0) {
            throw new IllegalArgumentException("term is negative: " + number);
        }
    }

    public Term next() {
        return new Term(Math.addExact(number, 1));
    }

    public boolean isAfter(Term other) {
        return number > other.number;
    }

    public boolean isBefore(Term other) {
        return number < other.number;
    }

    @Override
    public int compareTo(Term other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
