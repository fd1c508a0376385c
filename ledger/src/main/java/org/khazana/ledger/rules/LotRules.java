package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ASSET_CLASS_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_AVAILABLE;
import static org.khazana.ledger.refusal.RefusalCode.TOKENS_SET_ASIDE;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Availability;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.RestrictedTokens;

/** Whether a position can give what is asked of it, and which of its tokens go. */
public final class LotRules {
    private LotRules() {}

    /**
     * Which tokens go in a debit from a known account in a known asset, or what stands in its way; of money nothing is chosen. Order:
     * more than is held; more than is free of claims; then as {@link #tokens}. Claims are on a number of units, whichever tokens
     * these are, but for those of authorities, creditors and settlements that name tokens.
     */
    public static LotChoice judge(Debit debit, Circumstances circumstances) {
        Restraints restraints = new Restraints(circumstances.view(), circumstances.blockTimeMillis());
        Availability position = restraints.of(debit.account(), debit.asset());
        Optional<RefusalCode> shortage =
                RestrictionRules.shortage(debit.account(), debit.asset(), debit.quantity(), position, restraints);
        return shortage.isPresent()
                ? new LotChoice.Refused(shortage.get())
                : tokens(debit, position.setAside(), circumstances);
    }

    /**
     * The same for a position that holds as many, whatever is claimed of it. Order: serials named of what has none; then what
     * {@link #choose} finds: the serials named are not sound, restricted or set aside; too few others than those that are; tokens locked
     * up or scattered.
     *
     * @param setAside the tokens that encumbrances on the position name
     */
    static LotChoice tokens(Debit debit, SerialSet setAside, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        if (view.asset(debit.asset()).filter(Asset::isSerialised).isEmpty()) {
            return debit.serials().isEmpty()
                    ? new LotChoice.Chosen(List.of())
                    : new LotChoice.Refused(ASSET_CLASS_NOT_ALLOWED);
        }
        return choose(debit, setAside, view, circumstances.day(), circumstances.blockTimeMillis());
    }

    /**
     * What is wrong with serials that are named, whoever holds them. Order: of what has none; not sound.
     *
     * @param rangesMax how many ranges there may be
     */
    static Optional<RefusalCode> flaw(Debit debit, int rangesMax, Asset asset) {
        if (debit.serials().isEmpty()) {
            return Optional.empty();
        }
        return asset.isSerialised() ? NamedSerials.flaw(debit, rangesMax) : Optional.of(ASSET_CLASS_NOT_ALLOWED);
    }

    /** What stands in the way as {@link #judge} has it. */
    static Optional<RefusalCode> obstacle(Debit debit, Circumstances circumstances) {
        return obstacle(judge(debit, circumstances));
    }

    static Optional<RefusalCode> obstacle(LotChoice choice) {
        return choice instanceof LotChoice.Refused refused ? Optional.of(refused.code()) : Optional.empty();
    }

    /**
     * How many of so many units of a position can go, whatever is claimed of it; it holds as many.
     *
     * @param setAside the tokens that encumbrances on the position name
     */
    static long most(Debit debit, SerialSet setAside, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        if (view.asset(debit.asset()).filter(Asset::isSerialised).isEmpty()) {
            return debit.quantity();
        }
        SerialSet restricted = new Restraints(view, circumstances.blockTimeMillis()).restrictedSerials(debit.asset());
        if (restricted.isEmpty() && setAside.isEmpty()) {
            return BestFit.most(debit, view, circumstances.day());
        }
        return RestrictedTokens.of(debit.account(), debit.asset(), restricted, setAside, view)
                .map(tokens -> BestFit.most(debit, tokens.hiddenIn(view), circumstances.day()))
                .orElse(0L);
    }

    /**
     * Which tokens go of a position that holds as many: those named, or as {@link BestFit} has it; never those that authorities restrict,
     * or that encumbrances on the position name.
     *
     * @param today tokens that are locked up beyond it do not go, unless the debit takes these as well
     * @param nowMillis what is restricted or set aside until then is free again
     */
    public static LotChoice choose(Debit debit, LedgerView view, long today, long nowMillis) {
        SerialSet setAside = new Restraints(view, nowMillis).setAside(view.position(debit.account(), debit.asset()));
        return choose(debit, setAside, view, today, nowMillis);
    }

    private static LotChoice choose(Debit debit, SerialSet setAside, LedgerView view, long today, long nowMillis) {
        long day = debit.evenLocked() ? Long.MAX_VALUE : today;
        SerialSet restricted = new Restraints(view, nowMillis).restrictedSerials(debit.asset());
        if (!debit.serials().isEmpty()) {
            LotChoice named = NamedSerials.choose(debit, view, day);
            return beside(restricted, DEBIT_BLOCKED, beside(setAside, TOKENS_SET_ASIDE, named));
        }
        return restricted.isEmpty() && setAside.isEmpty()
                ? BestFit.choose(debit, view, day)
                : choose(debit, restricted, setAside, view, day);
    }

    /** A choice that takes none of those. */
    private static LotChoice beside(SerialSet kept, RefusalCode code, LotChoice choice) {
        boolean takesOne = choice instanceof LotChoice.Chosen chosen
                && chosen.ranges().stream().anyMatch(kept::overlaps);
        return takesOne ? new LotChoice.Refused(code) : choice;
    }

    /** By best fit among what is left when the tokens of both kinds are taken away. */
    private static LotChoice choose(Debit debit, SerialSet restricted, SerialSet setAside, LedgerView view, long day) {
        Optional<RestrictedTokens> tokens =
                RestrictedTokens.of(debit.account(), debit.asset(), restricted, setAside, view);
        if (tokens.isEmpty()) {
            return new LotChoice.Refused(LOTS_TOO_MANY);
        }
        long others =
                view.quantity(debit.account(), debit.asset()) - tokens.get().count();
        return others < debit.quantity()
                ? new LotChoice.Refused(QUANTITY_NOT_AVAILABLE)
                : BestFit.choose(debit, tokens.get().hiddenIn(view), day);
    }
}
