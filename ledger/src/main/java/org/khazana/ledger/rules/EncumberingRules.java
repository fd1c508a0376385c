package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ENCUMBRANCES_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.LOTS_TOO_MANY;
import static org.khazana.ledger.refusal.RefusalCode.TOKENS_SET_ASIDE;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Availability;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Restraints;

/** Whether units of a position can be set aside for somebody: any of them, or certain tokens. Decisions 0019 and 0026. */
final class EncumberingRules {
    private EncumberingRules() {}

    /**
     * Order: too many encumbrances on the position; more than is held, or than is free; then of tokens that are named, as far as they are
     * sound: not held by the account; set aside by name already; in too many lots, with those that are.
     */
    static void room(Debit units, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        if (view.account(units.account()).isEmpty() || view.asset(units.asset()).isEmpty()) {
            return;
        }
        Restraints restraints = new Restraints(view, circumstances.blockTimeMillis());
        Position position = view.position(units.account(), units.asset());
        List<Encumbrance> others = restraints.encumbrancesOn(position);
        findings.demand(others.size() < ClaimLimits.ENCUMBRANCES_PER_POSITION_MAX, ENCUMBRANCES_TOO_MANY);
        Availability available = restraints.of(units.account(), units.asset());
        RestrictionRules.shortage(units.account(), units.asset(), units.quantity(), available, restraints)
                .ifPresent(findings::refuse);
        boolean isNamed = !units.serials().isEmpty()
                && view.asset(units.asset())
                        .flatMap(asset -> LotRules.flaw(units, ClaimLimits.SERIAL_RANGES_MAX, asset))
                        .isEmpty();
        if (isNamed) {
            obstacle(units, others, available, view).ifPresent(findings::refuse);
        }
    }

    /** Tokens that are locked up can be set aside; they leave when they are free. */
    private static Optional<RefusalCode> obstacle(
            Debit units, List<Encumbrance> others, Availability available, LedgerView view) {
        return switch (NamedSerials.held(units, view, Long.MAX_VALUE)) {
            case LotChoice.Refused refused -> Optional.of(refused.code());
            case LotChoice.Chosen chosen -> {
                if (chosen.ranges().stream().anyMatch(available.setAside()::overlaps)) {
                    yield Optional.of(TOKENS_SET_ASIDE);
                }
                int pieces = chosen.ranges().size() + pieces(others, view);
                yield pieces > ClaimLimits.LOTS_LOOKED_AT_MAX ? Optional.of(LOTS_TOO_MANY) : Optional.empty();
            }
        };
    }

    /**
     * In how many lots the tokens lie that encumbrances name, those of each by themselves. While they are set aside no movement cuts
     * these lots between them, so there will not be more, and whoever chooses among the others finds them all.
     */
    private static int pieces(List<Encumbrance> encumbrances, LedgerView view) {
        int pieces = 0;
        for (Encumbrance encumbrance : encumbrances) {
            pieces += NamedSerials.held(Debit.of(encumbrance), view, Long.MAX_VALUE) instanceof LotChoice.Chosen chosen
                    ? chosen.ranges().size()
                    : ClaimLimits.LOTS_LOOKED_AT_MAX;
        }
        return pieces;
    }
}
