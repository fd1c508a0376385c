package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ARITHMETIC_OVERFLOW;
import static org.khazana.ledger.refusal.RefusalCode.NOT_DELIVERY_VERSUS_PAYMENT;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.LedgerView;

/**
 * Securities against cash, for every owner over all of its accounts: whoever is left with fewer tokens of some bill is
 * left with more of some currency, whoever has more tokens has less cash, and cash changes only for owners to or from
 * whom a bill moved. A dealer in the middle may so keep or bear the difference of two prices.
 */
final class DeliveryVersusPayment {
    private DeliveryVersusPayment() {}

    /** Expects legs that have passed their gates. Order: sums too large to count; then the rule. */
    static void judge(List<Leg> legs, LedgerView view, Findings findings) {
        try {
            findings.demand(isPaid(legs, view), NOT_DELIVERY_VERSUS_PAYMENT);
        } catch (ArithmeticException overflow) {
            findings.refuse(ARITHMETIC_OVERFLOW);
        }
    }

    private static boolean isPaid(List<Leg> legs, LedgerView view) {
        SortedMap<PartyId, SortedMap<AssetCode, Long>> nets = netsByOwner(legs, view);
        boolean hasCashLeg = legs.stream().anyMatch(leg -> isCash(leg.asset(), view));
        boolean hasBillLeg = legs.stream().anyMatch(leg -> !isCash(leg.asset(), view));
        SortedSet<PartyId> traders = ownersInBillLegs(legs, view);
        return hasCashLeg
                && hasBillLeg
                && nets.entrySet().stream()
                        .allMatch(net -> isBalanced(net.getValue(), traders.contains(net.getKey()), view));
    }

    private static boolean isBalanced(SortedMap<AssetCode, Long> net, boolean isTrader, LedgerView view) {
        boolean deliversBill = anyNet(net, false, -1, view);
        boolean receivesBill = anyNet(net, false, 1, view);
        boolean paysCash = anyNet(net, true, -1, view);
        boolean receivesCash = anyNet(net, true, 1, view);
        return (!deliversBill || receivesCash)
                && (!receivesBill || paysCash)
                && (isTrader || (!paysCash && !receivesCash));
    }

    private static boolean anyNet(SortedMap<AssetCode, Long> net, boolean cash, int sign, LedgerView view) {
        return net.entrySet().stream()
                .anyMatch(entry -> Long.signum(entry.getValue()) == sign && isCash(entry.getKey(), view) == cash);
    }

    private static SortedMap<PartyId, SortedMap<AssetCode, Long>> netsByOwner(List<Leg> legs, LedgerView view) {
        SortedMap<PartyId, SortedMap<AssetCode, Long>> nets = new TreeMap<>();
        for (Leg leg : legs) {
            add(nets, owner(leg.from(), view), leg.asset(), Math.negateExact(leg.quantity()));
            add(nets, owner(leg.to(), view), leg.asset(), leg.quantity());
        }
        return nets;
    }

    private static void add(
            SortedMap<PartyId, SortedMap<AssetCode, Long>> nets, PartyId owner, AssetCode asset, long quantity) {
        nets.computeIfAbsent(owner, party -> new TreeMap<>()).merge(asset, quantity, Math::addExact);
    }

    private static SortedSet<PartyId> ownersInBillLegs(List<Leg> legs, LedgerView view) {
        SortedSet<PartyId> owners = new TreeSet<>();
        for (Leg leg : legs) {
            PartyId from = owner(leg.from(), view);
            PartyId to = owner(leg.to(), view);
            if (!isCash(leg.asset(), view) && !from.equals(to)) {
                owners.add(from);
                owners.add(to);
            }
        }
        return owners;
    }

    private static PartyId owner(AccountId account, LedgerView view) {
        return view.account(account).map(Account::owner).orElseThrow();
    }

    private static boolean isCash(AssetCode code, LedgerView view) {
        return view.asset(code).orElseThrow().isCash();
    }
}
