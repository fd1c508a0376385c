package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_INSUFFICIENT;

import java.util.Optional;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** Whether a position can give what is asked of it, and which of its tokens go. */
public final class LotRules {
    private LotRules() {}

    /**
     * What stands in the way of a debit from a known account in a known asset. Order: held less than that; serials named of
     * what has none; then what {@link #choose} finds: the serials named are not sound, or tokens are locked up or scattered.
     */
    public static Optional<RefusalCode> obstacle(Debit debit, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        if (view.quantity(debit.account(), debit.asset()) < debit.quantity()) {
            return Optional.of(QUANTITY_INSUFFICIENT);
        }
        if (view.asset(debit.asset()).filter(Asset::isSerialised).isEmpty()) {
            return debit.serials().isEmpty() ? Optional.empty() : Optional.of(ASSET_CLASS_NOT_ALLOWED);
        }
        return choose(debit, view, circumstances.day()) instanceof LotChoice.Refused refused
                ? Optional.of(refused.code())
                : Optional.empty();
    }

    /**
     * Which tokens go of a position that holds as many: those named, or as {@link BestFit} has it.
     *
     * @param day today: tokens that are locked up do not go
     */
    public static LotChoice choose(Debit debit, LedgerView view, long day) {
        return debit.serials().isEmpty() ? BestFit.choose(debit, view, day) : NamedSerials.choose(debit, view, day);
    }
}
