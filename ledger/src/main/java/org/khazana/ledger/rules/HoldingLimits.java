package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.HOLDING_LIMIT_EXCEEDED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.HoldingKey;
import org.khazana.ledger.state.LedgerView;

/**
 * How much of an instrument one party may hold in all its accounts together. Whoever holds too much already, since the limit or
 * what is outstanding has become smaller, may keep it, but not receive more.
 */
final class HoldingLimits {
    private HoldingLimits() {}

    /** All movements together: what passes through a party within a settlement does not count. */
    static void judge(List<Leg> movements, LedgerView view, Findings findings) {
        List<Leg> limited = new ArrayList<>(0);
        for (Leg movement : movements) {
            if (view.holdingTerms(movement.asset()).isPresent()
                    && view.account(movement.from()).isPresent()
                    && view.account(movement.to()).isPresent()) {
                limited.add(movement);
            }
        }
        if (limited.isEmpty()) {
            return;
        }
        try {
            SortedSet<HoldingKey> receivers = receivers(limited, view);
            nets(limited, view).forEach((key, net) -> {
                boolean isMore = net > 0 && receivers.contains(key);
                findings.demand(!isMore || isAllowed(key, net, outstanding(key, view), view), HOLDING_LIMIT_EXCEEDED);
            });
        } catch (ArithmeticException overflow) {
            findings.refuse(ARITHMETIC_OVERFLOW);
        }
    }

    /** Those who receive something into an account that is not official. */
    private static SortedSet<HoldingKey> receivers(List<Leg> movements, LedgerView view) {
        SortedSet<HoldingKey> receivers = new TreeSet<>();
        for (Leg movement : movements) {
            Account to = view.account(movement.to()).orElseThrow();
            if (!to.kind().isOfficial()) {
                receivers.add(new HoldingKey(to.owner(), movement.asset()));
            }
        }
        return receivers;
    }

    private static SortedMap<HoldingKey, Long> nets(List<Leg> movements, LedgerView view) {
        SortedMap<HoldingKey, Long> nets = new TreeMap<>();
        for (Leg movement : movements) {
            PartyId from = view.account(movement.from()).orElseThrow().owner();
            PartyId to = view.account(movement.to()).orElseThrow().owner();
            nets.merge(new HoldingKey(from, movement.asset()), Math.negateExact(movement.quantity()), Math::addExact);
            nets.merge(new HoldingKey(to, movement.asset()), movement.quantity(), Math::addExact);
        }
        return nets;
    }

    private static long outstanding(HoldingKey key, LedgerView view) {
        return view.asset(key.asset()).map(Asset::outstandingUnits).orElse(0L);
    }

    /** New tokens are a part of what is outstanding as soon as they are there. */
    static void judge(IssueTokens issue, LedgerView view, Findings findings) {
        Optional<Account> to =
                view.account(issue.account()).filter(account -> !account.kind().isOfficial());
        if (to.isPresent() && issue.quantity() > 0) {
            HoldingKey key = new HoldingKey(to.get().owner(), issue.isin());
            long before = outstanding(key, view);
            long after = issue.quantity() > Long.MAX_VALUE - before ? Long.MAX_VALUE : before + issue.quantity();
            findings.demand(isAllowed(key, issue.quantity(), after, view), HOLDING_LIMIT_EXCEEDED);
        }
    }

    private static boolean isAllowed(HoldingKey key, long more, long outstanding, LedgerView view) {
        OptionalLong largest = view.holdingTerms(key.asset())
                .map(terms -> terms.largestHolding(outstanding))
                .orElse(OptionalLong.empty());
        // Not a sum: it could be too large to count.
        return largest.isEmpty() || more <= largest.getAsLong() - view.holding(key.party(), key.asset());
    }
}
