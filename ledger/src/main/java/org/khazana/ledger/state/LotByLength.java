package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;

/**
 * Finds the lots of one position by how long they are; ordered by account, asset, length, first serial.
 *
 * @param earliestTransferDay says without a look at the lot whether it can be moved; it decides no order, as no two lots
 *     have the same first serial
 */
public record LotByLength(AccountId account, AssetCode asset, long length, long first, int earliestTransferDay)
        implements Comparable<LotByLength> {
    /** Of lots of one position. */
    static final Comparator<LotByLength> WITHIN_POSITION = LotByLength::compareWithinPosition;

    /** Before every lot of the position that has this length or more. */
    public static LotByLength from(AccountId account, AssetCode asset, long length) {
        return new LotByLength(account, asset, length, 0, 0);
    }

    /** After every lot of the position. */
    public static LotByLength last(AccountId account, AssetCode asset) {
        return new LotByLength(account, asset, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    static LotByLength of(Lot lot) {
        return new LotByLength(
                lot.holder().orElseThrow(), lot.asset(), lot.length(), lot.first(), lot.earliestTransferDay());
    }

    public SerialRange serials() {
        return new SerialRange(first, length);
    }

    public LotKey lot() {
        return new LotKey(asset, first);
    }

    public PositionKey position() {
        return new PositionKey(account, asset);
    }

    public boolean isAsLongAs(LotByLength other) {
        return length == other.length;
    }

    public boolean isFreeOn(long day) {
        return earliestTransferDay <= day;
    }

    private static int compareWithinPosition(LotByLength one, LotByLength other) {
        int order = Long.compare(one.length, other.length);
        if (order == 0) {
            order = Long.compare(one.first, other.first);
        }
        return order == 0 ? Integer.compare(one.earliestTransferDay, other.earliestTransferDay) : order;
    }

    @Override
    public int compareTo(LotByLength other) {
        int order = account.compareTo(other.account);
        if (order == 0) {
            order = asset.compareTo(other.asset);
        }
        return order == 0 ? WITHIN_POSITION.compare(this, other) : order;
    }
}
