package org.khazana.ledger.state;

import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Numbered;

/**
 * Goods in store behind a reserve.
 *
 * @param receiptCommitment SHA-256 of the receipt number with a secret salt
 * @param quantity in the measure of the reserve, more than zero
 * @param unit of UN/CEFACT Recommendation 20, that of the reserve
 */
public record ReserveItem(
        AssetCode asset,
        Hash receiptCommitment,
        String site,
        String grade,
        long quantity,
        String unit,
        Hash documentHash,
        State state) {

    /** Where the goods are. */
    public enum State implements Numbered {
        DEPOSITED,
        /** They left the store; the record stays, so that the receipt is never used again. */
        RELEASED
    }

    public ReserveItem released() {
        return new ReserveItem(asset, receiptCommitment, site, grade, quantity, unit, documentHash, State.RELEASED);
    }
}
