package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Numbered;

/**
 * A recount of one asset, which goes on step by step or is over. At every moment {@code units} is what a count of the part as far as it
 * has come would come to: what changes there is added while the recount goes on.
 *
 * @param beganHeight of the block with its first step
 * @param height of the block with its newest step
 * @param counted how many records it has looked at: the cursor of the next step
 * @param next the first account, serial or party of which nothing is counted; in the other parts nothing
 * @param through the last payment reference or asset code that is counted, empty before the first; in the other parts nothing
 * @param units in positions, of tokens that somebody holds, paid, or in totals of parties; of a programme the authorised face value
 */
public record AssetRecount(
        AssetCode asset,
        long beganHeight,
        long height,
        long counted,
        Part part,
        long next,
        String through,
        long units,
        Status status) {

    /** What is counted, one after another. */
    public enum Part implements Numbered {
        /** In order of account, each with its lots and encumbrances. */
        POSITIONS,
        /** In order of serial. */
        LOTS,
        /** For money: in order of reference. */
        PAYMENTS,
        /** Totals in order of party, each with the party's positions. */
        HOLDINGS,
        /** What its instruments are authorised for, in order of their codes. */
        PROGRAMME
    }

    /** What it has come to. */
    public enum Status implements Numbered {
        GOING_ON,
        /** All adds up to what was outstanding. */
        RIGHT,
        /** Something does not add up; {@code part}, {@code next} and {@code through} say where. */
        MISMATCH
    }

    /** One that has counted nothing so far. */
    public static AssetRecount beginning(AssetCode asset, long height) {
        return new AssetRecount(asset, height, height, 0, Part.POSITIONS, 1, "", 0, Status.GOING_ON);
    }

    public boolean isGoingOn() {
        return status == Status.GOING_ON;
    }

    /** So many records more were looked at, and it goes on from {@code later}. */
    public AssetRecount passed(long records, long later) {
        return new AssetRecount(asset, beganHeight, height, counted + records, part, later, through, units, status);
    }

    /** One record more was looked at, that one. */
    public AssetRecount passed(String last) {
        return new AssetRecount(asset, beganHeight, height, counted + 1, part, next, last, units, status);
    }

    /**
     * So many units more, or fewer.
     *
     * @throws ArithmeticException if they are too many to count
     */
    public AssetRecount withMore(long delta) {
        long sum = Math.addExact(units, delta);
        return new AssetRecount(asset, beganHeight, height, counted, part, next, through, sum, status);
    }

    /** So much more was paid, or less. Plain addition: references have no order in time, so only the last sum need not be too large. */
    public AssetRecount withPaid(long amount) {
        return new AssetRecount(asset, beganHeight, height, counted, part, next, through, units + amount, status);
    }

    /** Whether the account, serial or party of that number is counted. */
    public boolean hasPassed(long number) {
        return number < next || next == Long.MIN_VALUE; // after the greatest number of all
    }

    /** Whether the payment or asset of that name is counted. */
    public boolean hasPassed(String name) {
        return name.compareTo(through) <= 0;
    }

    /** The parts before are counted; that one is next. */
    public AssetRecount counting(Part following) {
        return new AssetRecount(asset, beganHeight, height, counted, following, 1, "", 0, status);
    }

    public AssetRecount mismatch() {
        return new AssetRecount(asset, beganHeight, height, counted, part, next, through, units, Status.MISMATCH);
    }

    /** It is over, and so many were outstanding. */
    public AssetRecount right(long outstanding) {
        return new AssetRecount(asset, beganHeight, height, counted, part, next, through, outstanding, Status.RIGHT);
    }

    /** The same after a step in a later block. */
    public AssetRecount at(long later) {
        return new AssetRecount(asset, beganHeight, later, counted, part, next, through, units, status);
    }

    /** Where it has come to: an account, a serial, a reference, a party or an asset code, as the part has it; empty before the first. */
    public String place() {
        return switch (part) {
            case POSITIONS, LOTS, HOLDINGS -> Long.toString(next);
            case PAYMENTS, PROGRAMME -> through;
        };
    }

    @Override
    public String toString() {
        return "recount of " + asset + ", " + status + ": " + part + " at " + place() + ", " + units + " counted";
    }
}
