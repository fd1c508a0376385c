package org.khazana.ledger.rules;

import java.util.List;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.Order;

/**
 * What is to leave a position.
 *
 * @param serials which tokens; empty when the rule of best fit chooses
 * @param evenLocked whether tokens go that are locked up, as an order may take them
 */
public record Debit(AccountId account, AssetCode asset, long quantity, List<SerialRange> serials, boolean evenLocked) {
    /** What is locked up stays. */
    public Debit(AccountId account, AssetCode asset, long quantity, List<SerialRange> serials) {
        this(account, asset, quantity, serials, false);
    }

    public static Debit of(Leg movement) {
        return new Debit(movement.from(), movement.asset(), movement.quantity(), movement.serials());
    }

    public static Debit of(RetireTokens retire) {
        return new Debit(retire.account(), retire.isin(), retire.quantity(), retire.serials());
    }

    /** What a pledge sets aside, seen as what is to leave one day. */
    public static Debit of(CreatePledge create) {
        return new Debit(create.account(), create.asset(), create.quantity(), create.serials());
    }

    public static Debit of(SubstitutePledge substitute) {
        return new Debit(substitute.account(), substitute.asset(), substitute.quantity(), substitute.serials());
    }

    /** All that an encumbrance sets aside. */
    public static Debit of(Encumbrance units) {
        return new Debit(
                units.account(),
                units.asset(),
                units.quantity(),
                units.serials().ranges());
    }

    /** What an order takes at once. */
    public static Debit of(Order order, long units) {
        return new Debit(order.from(), order.asset(), units, List.of(), true);
    }
}
