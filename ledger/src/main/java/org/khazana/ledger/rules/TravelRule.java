package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.TRAVEL_RULE_DATA_MISSING;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.instrument.Denomination;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/**
 * Whether what moves between clients of different institutions names the message in which these told each other who gives and who
 * receives. Source: FATF Recommendation 16. Decision 0024.
 */
final class TravelRule {
    private TravelRule() {}

    /** One movement by itself. Asks nothing but the parameter where the rule is off. */
    static void judge(Leg movement, Optional<Hash> message, LedgerView view, Findings findings) {
        findings.demand(message.isPresent() || !isAsked(movement, from(view), view), TRAVEL_RULE_DATA_MISSING);
    }

    /** Each leg by itself; one message is for all. */
    static void judge(List<Leg> legs, Optional<Hash> message, LedgerView view, Findings findings) {
        long from = message.isPresent() ? 0 : from(view);
        for (int i = 0; i < legs.size() && from > 0; i++) {
            if (isAsked(legs.get(i), from, view)) {
                findings.refuseLeg(i + 1, TRAVEL_RULE_DATA_MISSING);
            }
        }
    }

    private static long from(LedgerView view) {
        return view.figure(Parameter.TRAVEL_RULE_FROM_MINOR);
    }

    /** @param from minor units; 0 for never */
    private static boolean isAsked(Leg movement, long from, LedgerView view) {
        return from > 0
                && isBetweenInstitutions(movement, view)
                && view.asset(movement.asset())
                        .filter(asset -> reaches(movement.quantity(), asset, from))
                        .isPresent();
    }

    /**
     * Whoever operates an account answers for whom it is for. Where nobody does so for a client, the register itself names both sides; and
     * an official account serves the register.
     */
    private static boolean isBetweenInstitutions(Leg movement, LedgerView view) {
        Optional<Account> from = view.account(movement.from());
        Optional<Account> to = view.account(movement.to());
        return from.isPresent()
                && to.isPresent()
                && !from.get().controller().equals(to.get().controller())
                && (isOfClients(from.get()) || isOfClients(to.get()))
                && !from.get().kind().isOfficial()
                && !to.get().kind().isOfficial();
    }

    private static boolean isOfClients(Account account) {
        return account.kind() == AccountKind.CLIENT_SEGREGATED || account.kind() == AccountKind.CLIENT_OMNIBUS;
    }

    /** Money as it is, tokens by their face value; of goods, which have none, whatever moves. */
    private static boolean reaches(long quantity, Asset asset, long from) {
        if (asset.isCash()) {
            return quantity >= from;
        }
        Optional<Denomination> denomination = asset.instrument().flatMap(InstrumentTerms::denomination);
        return denomination.isEmpty()
                || quantity >= Math.ceilDiv(from, denomination.get().faceMinor());
    }
}
