package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_INSUFFICIENT;

import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** Whether a position can give what is asked of it, and which of its tokens go. */
public final class LotRules {
    private LotRules() {}

    /**
     * What stands in the way of a movement between known accounts of a known asset. Order: held less than that; for tokens,
     * which are locked up or scattered over too many lots.
     */
    public static Optional<RefusalCode> obstacle(Leg movement, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        if (view.quantity(movement.from(), movement.asset()) < movement.quantity()) {
            return Optional.of(QUANTITY_INSUFFICIENT);
        }
        return view.asset(movement.asset()).filter(Asset::isSerialised).isEmpty()
                ? Optional.empty()
                : refusal(choose(view, movement.from(), movement.asset(), movement.quantity(), circumstances.day()));
    }

    private static Optional<RefusalCode> refusal(LotChoice choice) {
        return choice instanceof LotChoice.Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }

    /** Which tokens go of a position that holds as many, more than 0. */
    public static LotChoice choose(LedgerView view, AccountId account, AssetCode asset, long quantity, long day) {
        return BestFit.choose(view, account, asset, quantity, day);
    }
}
