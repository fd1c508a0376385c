package org.khazana.ledger.state;

import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.table.Change;

/**
 * How much of one asset one account holds: tokens, or minor units for cash; never negative.
 *
 * @param encumbered of them, how many are set aside for others: the sum of all encumbrances on the position
 */
public record Position(AccountId account, AssetCode asset, long quantity, long encumbered) {
    /** Nothing of it is set aside. */
    public Position(AccountId account, AssetCode asset, long quantity) {
        this(account, asset, quantity, 0);
    }

    public Position withQuantity(long units) {
        return new Position(account, asset, units, encumbered);
    }

    public Position withEncumbered(long units) {
        return new Position(account, asset, quantity, units);
    }

    /** The account holds just this from now on; of a position of nothing no record is kept. */
    public Change set() {
        return quantity == 0 && encumbered == 0
                ? Tables.POSITIONS.removal(PositionKey.of(this))
                : Tables.POSITIONS.put(this);
    }
}
