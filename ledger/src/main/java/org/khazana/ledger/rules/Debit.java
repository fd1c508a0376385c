package org.khazana.ledger.rules;

import java.util.List;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.serial.SerialRange;

/**
 * What is to leave a position.
 *
 * @param serials which tokens; empty when the rule of best fit chooses
 */
public record Debit(AccountId account, AssetCode asset, long quantity, List<SerialRange> serials) {
    public static Debit of(Leg movement) {
        return new Debit(movement.from(), movement.asset(), movement.quantity(), movement.serials());
    }

    public static Debit of(RetireTokens retire) {
        return new Debit(retire.account(), retire.isin(), retire.quantity(), retire.serials());
    }
}
