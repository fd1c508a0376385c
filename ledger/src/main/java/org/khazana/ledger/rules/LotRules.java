package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** Whether a position can give what is asked of it, and which of its tokens go. */
public final class LotRules {
    private LotRules() {}

    /**
     * Which tokens go in a debit from a known account in a known asset, or what stands in its way; of money nothing is chosen. Order:
     * more than is held; more than is free of claims; then as {@link #tokens}. Claims are on a number of units, whichever tokens
     * these are.
     */
    public static LotChoice judge(Debit debit, Circumstances circumstances) {
        Optional<RefusalCode> shortage =
                RestrictionRules.shortage(debit.account(), debit.asset(), debit.quantity(), circumstances);
        return shortage.isPresent() ? new LotChoice.Refused(shortage.get()) : tokens(debit, circumstances);
    }

    /**
     * The same for a position that holds as many, whatever is claimed of it. Order: serials named of what has none; then what
     * {@link #choose} finds: the serials named are not sound, or tokens are locked up or scattered.
     */
    private static LotChoice tokens(Debit debit, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        if (view.asset(debit.asset()).filter(Asset::isSerialised).isEmpty()) {
            return debit.serials().isEmpty()
                    ? new LotChoice.Chosen(List.of())
                    : new LotChoice.Refused(ASSET_CLASS_NOT_ALLOWED);
        }
        return choose(debit, view, circumstances.day());
    }

    /** What is wrong with serials that are named, whoever holds them. Order: of what has none; not sound. */
    static Optional<RefusalCode> flaw(Debit debit, Asset asset) {
        if (debit.serials().isEmpty()) {
            return Optional.empty();
        }
        return asset.isSerialised() ? NamedSerials.flaw(debit) : Optional.of(ASSET_CLASS_NOT_ALLOWED);
    }

    /** What stands in the way as {@link #judge} has it. */
    static Optional<RefusalCode> obstacle(Debit debit, Circumstances circumstances) {
        return obstacle(judge(debit, circumstances));
    }

    /** What stands in the way whatever is claimed of the position. */
    static Optional<RefusalCode> tokenObstacle(Debit debit, Circumstances circumstances) {
        return obstacle(tokens(debit, circumstances));
    }

    private static Optional<RefusalCode> obstacle(LotChoice choice) {
        return choice instanceof LotChoice.Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }

    /** How many of so many units of a position can go, whatever is claimed of it; it holds as many. */
    static long most(Debit debit, Circumstances circumstances) {
        boolean isSerialised = circumstances
                .view()
                .asset(debit.asset())
                .filter(Asset::isSerialised)
                .isPresent();
        return isSerialised ? BestFit.most(debit, circumstances.view(), circumstances.day()) : debit.quantity();
    }

    /**
     * Which tokens go of a position that holds as many: those named, or as {@link BestFit} has it.
     *
     * @param today tokens that are locked up beyond it do not go, unless the debit takes these as well
     */
    public static LotChoice choose(Debit debit, LedgerView view, long today) {
        long day = debit.evenLocked() ? Long.MAX_VALUE : today;
        return debit.serials().isEmpty() ? BestFit.choose(debit, view, day) : NamedSerials.choose(debit, view, day);
    }
}
