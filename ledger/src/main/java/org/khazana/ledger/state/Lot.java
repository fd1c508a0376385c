package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.table.Change;

/**
 * Tokens of one asset with serials in a row that share everything that is known of them. The lots of an asset lie side by side:
 * every serial that was ever given out is in exactly one of them, also after its token was retired. Decision 0016.
 *
 * @param first the least serial
 * @param length how many tokens, more than 0
 * @param holder the account whose tokens they are; empty when they are retired
 * @param tranche in which they came into being: the first serial of that {@link Tranche}
 * @param earliestTransferDay before which they cannot be moved, counted from 1970-01-01; 0 if they are free
 * @param passage from which the past of every token in it is found; no attribute, two lots with different pasts may become one
 */
public record Lot(
        AssetCode asset,
        long first,
        long length,
        Optional<AccountId> holder,
        long tranche,
        int earliestTransferDay,
        PassageId passage) {

    public LotKey key() {
        return new LotKey(asset, first);
    }

    /** The serial after the last one. */
    public long end() {
        return Math.addExact(first, length);
    }

    public SerialRange serials() {
        return new SerialRange(first, length);
    }

    public boolean isRetired() {
        return holder.isEmpty();
    }

    public boolean isFreeOn(long day) {
        return earliestTransferDay <= day;
    }

    public boolean isHeldBy(AccountId account) {
        return holder.isPresent() && holder.get().equals(account);
    }

    /** Whether both share all attributes, so that they are one lot if they touch. */
    public boolean isLike(Lot other) {
        return tranche == other.tranche
                && earliestTransferDay == other.earliestTransferDay
                && holder.equals(other.holder)
                && asset.equals(other.asset);
    }

    /** The same for other serials. */
    public Lot of(SerialRange serials) {
        return new Lot(asset, serials.first(), serials.count(), holder, tranche, earliestTransferDay, passage);
    }

    /** There is this lot from now on. */
    public Change set() {
        return Tables.LOTS.put(this);
    }
}
