package org.khazana.node.bench;

/**
 * What accounts hold before anything is measured. Each has a position of the first bill, and one of cash where cash is
 * needed; for more positions there are further bills, each held by all accounts, but the last one perhaps only by the first
 * of them.
 *
 * @param accounts how many, 2 to 100,000
 * @param hasCash whether each has cash too
 * @param positions of all accounts together, from {@link #leastPositions} to {@link #mostPositions}
 */
public record Endowment(int accounts, boolean hasCash, long positions) {
    public static final int ACCOUNTS_MIN = 2;
    /** Two of each custodian, or nobody has somebody to give to in a batch. */
    public static final int ACCOUNTS_OF_BATCHES_MIN = 4;

    public static final int ACCOUNTS_MAX = 100_000;
    public static final int BILLS_MAX = 1_000;
    /** Half an hour of preparation, if it goes on as the first million does. */
    public static final long POSITIONS_MAX = 10_000_000;

    /** Fewer positions there cannot be. */
    public static long leastPositions(int accounts, boolean hasCash) {
        return hasCash ? 2L * accounts : accounts;
    }

    /** More there cannot be, as there are at most {@link #BILLS_MAX} bills. */
    public static long mostPositions(int accounts, boolean hasCash) {
        long ofBills = (long) BILLS_MAX * accounts;
        return Math.min(POSITIONS_MAX, hasCash ? ofBills + accounts : ofBills);
    }

    /** As few as there can be. */
    public static Endowment least(int accounts, boolean hasCash) {
        return new Endowment(accounts, hasCash, leastPositions(accounts, hasCash));
    }

    private long positionsOfBills() {
        return hasCash ? positions - accounts : positions;
    }

    /** How many bills there are. */
    int bills() {
        return Math.toIntExact(Math.ceilDiv(positionsOfBills(), (long) accounts));
    }

    /** How many bills, from the first one on, everybody holds: between these, transfers are drawn. */
    int billsOfAll() {
        return Math.toIntExact(positionsOfBills() / accounts);
    }

    /** How many accounts, from the first one on, hold this bill, which counts from 0. */
    int holders(int bill) {
        return Math.toIntExact(Math.min(accounts, positionsOfBills() - (long) bill * accounts));
    }
}
