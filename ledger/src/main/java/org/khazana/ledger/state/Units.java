package org.khazana.ledger.state;

/**
 * How much of an asset there is: tokens, or minor units for cash. Of an asset whose tokens have serials, every serial below
 * {@code nextSerial} is outstanding or retired (invariant I4).
 *
 * @param outstanding equals the sum of all positions, after every transaction
 * @param retired taken out of being; always 0 for cash
 * @param nextSerial the serial of the next token that comes into being, from 1; always 1 for cash
 */
public record Units(long outstanding, long retired, long nextSerial) {
    public static final Units NONE = new Units(0, 0, 1);

    public Units withOutstanding(long units) {
        return new Units(units, retired, nextSerial);
    }

    /** So many tokens more, with serials of their own. */
    public Units issued(long count) {
        return new Units(Math.addExact(outstanding, count), retired, Math.addExact(nextSerial, count));
    }

    /** So many tokens fewer, whose serials are used up. */
    public Units retired(long count) {
        return new Units(Math.subtractExact(outstanding, count), Math.addExact(retired, count), nextSerial);
    }

    /** Whether so many serials are left. */
    public boolean canIssue(long count) {
        return count <= Long.MAX_VALUE - nextSerial;
    }
}
