package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.OUTSIDE_ACCOUNT_NOT_REGISTERED;
import static org.khazana.ledger.refusal.RefusalCode.RESIDENCY_NOT_ALLOWED;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.ledger.account.Residency;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/**
 * What the money of an account may become. Money of a repatriable account may leave the country as another currency, so nothing
 * may find its way into such an account that did not come from abroad or was not earned with what did.
 */
public final class ResidencyRules {
    private ResidencyRules() {}

    /** Who may be paid by whom: anybody by anybody, but for a repatriable account by one that is not. */
    static boolean mayPay(Residency from, Residency to) {
        return switch (to) {
            case DOMESTIC, FOREIGN_NON_REPATRIABLE -> true;
            case FOREIGN_REPATRIABLE -> from != Residency.FOREIGN_NON_REPATRIABLE;
        };
    }

    /** One movement within a settlement, if it is of cash. */
    static void leg(Leg movement, LedgerView view, Findings findings) {
        Optional<Account> from = view.account(movement.from());
        Optional<Account> to = view.account(movement.to());
        if (from.isPresent() && to.isPresent() && isCash(movement.asset(), view)) {
            findings.demand(mayPay(from.get().residency(), to.get().residency()), RESIDENCY_NOT_ALLOWED);
        }
    }

    /** Free of payment: into a repatriable account only from another one. */
    static void freeOfPayment(Leg movement, LedgerView view, Findings findings) {
        boolean isRepatriable = view.account(movement.from())
                .filter(ResidencyRules::isRepatriable)
                .isPresent();
        findings.demand(
                isRepatriable
                        || view.account(movement.to())
                                .filter(ResidencyRules::isRepatriable)
                                .isEmpty(),
                RESIDENCY_NOT_ALLOWED);
    }

    /**
     * The repatriable accounts of each owner trade for themselves: tokens that enter them are paid for out of them, money that
     * enters them is for tokens that left them. Expects legs that have passed their gates and can be added up.
     */
    static void settlement(List<Leg> legs, LedgerView view, Findings findings) {
        SortedMap<PartyId, SortedMap<AssetCode, Long>> nets = new TreeMap<>();
        for (Leg leg : legs) {
            add(nets, leg.from(), leg.asset(), Math.negateExact(leg.quantity()), view);
            add(nets, leg.to(), leg.asset(), leg.quantity(), view);
        }
        findings.demand(nets.values().stream().allMatch(net -> isPaid(net, view)), RESIDENCY_NOT_ALLOWED);
    }

    private static void add(
            SortedMap<PartyId, SortedMap<AssetCode, Long>> nets,
            AccountId id,
            AssetCode asset,
            long quantity,
            LedgerView view) {
        view.account(id)
                .filter(ResidencyRules::isRepatriable)
                .ifPresent(account -> nets.computeIfAbsent(account.owner(), owner -> new TreeMap<>())
                        .merge(asset, quantity, Math::addExact));
    }

    private static boolean isPaid(SortedMap<AssetCode, Long> net, LedgerView view) {
        boolean receivesTokens = anyNet(net, false, 1, view);
        boolean receivesCash = anyNet(net, true, 1, view);
        return (!receivesTokens || anyNet(net, true, -1, view)) && (!receivesCash || anyNet(net, false, -1, view));
    }

    private static boolean anyNet(SortedMap<AssetCode, Long> net, boolean cash, int sign, LedgerView view) {
        return net.entrySet().stream()
                .anyMatch(entry -> Long.signum(entry.getValue()) == sign && isCash(entry.getKey(), view) == cash);
    }

    /** Money that arrives for somebody abroad comes from the account outside that is registered. */
    static void deposit(AccountId to, LedgerView view, Findings findings) {
        findings.demand(
                view.account(to)
                        .filter(account -> account.residency() != Residency.DOMESTIC
                                && account.registeredAccount().isEmpty())
                        .isEmpty(),
                OUTSIDE_ACCOUNT_NOT_REGISTERED);
    }

    /**
     * Whether money may leave the ledger from an account. Order: no account outside is registered; it may not become another
     * currency.
     *
     * @param isConvertible whether it is to leave the country as another currency
     */
    public static void withdrawal(Account from, boolean isConvertible, Findings findings) {
        findings.demand(from.registeredAccount().isPresent(), OUTSIDE_ACCOUNT_NOT_REGISTERED);
        findings.demand(!isConvertible || isRepatriable(from), RESIDENCY_NOT_ALLOWED);
    }

    private static boolean isRepatriable(Account account) {
        return account.residency() == Residency.FOREIGN_REPATRIABLE;
    }

    private static boolean isCash(AssetCode code, LedgerView view) {
        return view.asset(code).filter(Asset::isCash).isPresent();
    }
}
