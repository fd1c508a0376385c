package org.khazana.ledger.state;

import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Numbered;

/**
 * A recount of one asset, which goes on step by step or is over. At every moment {@code units} is what a count of all that lies before
 * {@code next} would come to: what changes there is added while the recount goes on.
 *
 * @param beganHeight of the block with its first step
 * @param height of the block with its newest step
 * @param counted how many records it has looked at: the cursor of the next step
 * @param next while positions are counted, the first account of which nothing is counted; then the first serial
 * @param units in positions of the accounts before {@code next}; then tokens before that serial that somebody holds
 */
public record AssetRecount(
        AssetCode asset, long beganHeight, long height, long counted, Part part, long next, long units, Status status) {

    /** What is counted. */
    public enum Part implements Numbered {
        POSITIONS,
        LOTS
    }

    /** What it has come to. */
    public enum Status implements Numbered {
        GOING_ON,
        /** All adds up to what was outstanding. */
        RIGHT,
        /** Something does not add up. */
        MISMATCH
    }

    /** One that has counted nothing so far. */
    public static AssetRecount beginning(AssetCode asset, long height) {
        return new AssetRecount(asset, height, height, 0, Part.POSITIONS, 1, 0, Status.GOING_ON);
    }

    public boolean isGoingOn() {
        return status == Status.GOING_ON;
    }

    /** So many records more were looked at, and it goes on from {@code later}. */
    public AssetRecount passed(long records, long later) {
        return new AssetRecount(asset, beganHeight, height, counted + records, part, later, units, status);
    }

    /**
     * So many units more, or fewer.
     *
     * @throws ArithmeticException if they are too many to count
     */
    public AssetRecount withMore(long delta) {
        return new AssetRecount(asset, beganHeight, height, counted, part, next, Math.addExact(units, delta), status);
    }

    /** All positions are counted; the lots are next. */
    public AssetRecount countingLots() {
        return new AssetRecount(asset, beganHeight, height, counted, Part.LOTS, 1, 0, status);
    }

    public AssetRecount with(Status reached) {
        return new AssetRecount(asset, beganHeight, height, counted, part, next, units, reached);
    }

    /** The same after a step in a later block. */
    public AssetRecount at(long later) {
        return new AssetRecount(asset, beganHeight, later, counted, part, next, units, status);
    }
}
