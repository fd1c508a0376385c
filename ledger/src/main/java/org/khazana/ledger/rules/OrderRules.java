package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CLAIM_NUMBER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.ORDER_EXHAUSTED;
import static org.khazana.ledger.refusal.RefusalCode.ORDER_EXISTS;
import static org.khazana.ledger.refusal.RefusalCode.ORDER_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.ORDER_OUTSIDE_RESTRICTION;
import static org.khazana.ledger.refusal.RefusalCode.ORDER_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.OVERRIDE_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_INSUFFICIENT;
import static org.khazana.ledger.refusal.RefusalCode.QUANTITY_NOT_POSITIVE;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.RESTRICTION_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.SELF_TRANSFER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.authority.Role;
import org.khazana.ledger.authority.Subject;
import org.khazana.ledger.authority.Voice;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.ForceTransfer;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.RegisterOrder;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Order;
import org.khazana.ledger.state.Restriction;

/** Whether an order may be put on record, and carried out. */
public final class OrderRules {
    private OrderRules() {}

    /**
     * Order: the policy; the number, or it is taken; the restriction unknown, another's, or not active; the accounts, the asset
     * unknown; the quantity; from and to the same; the time over before it begins; other units than those under the restriction,
     * or more; encumbrances that are not on the giving position, named twice, or too many.
     */
    public static void judge(RegisterOrder register, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Subject subject = Subjects.of(register, view);
        PolicyRules.judge(registrationPolicy(register, subject, circumstances), subject, circumstances, findings);
        findings.demand(register.order() > 0, CLAIM_NUMBER_INVALID);
        findings.demand(view.order(register.order()).isEmpty(), ORDER_EXISTS);
        Optional<Restriction> restriction =
                findings.demand(view.restriction(register.restriction()), RESTRICTION_UNKNOWN);
        restriction.ifPresent(known -> {
            RestrictingRules.commands(known, circumstances, findings);
            findings.demand(known.isActive(circumstances.blockTimeMillis()), RESTRICTION_NOT_ACTIVE);
        });
        Optional<Account> from = findings.demand(view.account(register.from()), ACCOUNT_UNKNOWN);
        findings.demand(view.account(register.to()), ACCOUNT_UNKNOWN);
        findings.demand(view.asset(register.asset()), ASSET_UNKNOWN);
        findings.demand(register.quantityMax() > 0, QUANTITY_NOT_POSITIVE);
        findings.demand(!register.from().equals(register.to()), SELF_TRANSFER);
        RestrictingRules.until(Optional.of(register.until()), circumstances, findings);
        if (restriction.isPresent() && from.isPresent()) {
            findings.demand(
                    restriction.get().target().covers(from.get(), register.asset())
                            && restriction.get().holds(register.quantityMax()),
                    ORDER_OUTSIDE_RESTRICTION);
        }
        findings.demand(areOverridesSound(register, view), OVERRIDE_INVALID);
    }

    /** A regulator stands where the policy has a court officer, so that both need the same second organisation. */
    private static Policy registrationPolicy(RegisterOrder register, Subject subject, Circumstances circumstances) {
        Policy policy = PolicyRules.policyOf(register, circumstances.view());
        PartyId sender = circumstances.signers().sender();
        boolean isRegulator = circumstances.hasRole(sender, Role.REGULATOR, subject)
                && !circumstances.hasRole(sender, Role.COURT_OFFICER, subject)
                && policy.voices().getFirst().role() == Role.COURT_OFFICER;
        if (!isRegulator) {
            return policy;
        }
        List<Voice> voices = new ArrayList<>(policy.voices());
        voices.set(0, new Voice(Role.REGULATOR, voices.getFirst().share()));
        return new Policy(policy.operation(), voices);
    }

    private static boolean areOverridesSound(RegisterOrder register, LedgerView view) {
        List<EncumbranceId> overrides = register.overrides();
        return overrides.size() <= ClaimLimits.OVERRIDES_MAX
                && overrides.stream().distinct().count() == overrides.size()
                && overrides.stream().allMatch(id -> isOn(id, register, view));
    }

    private static boolean isOn(EncumbranceId id, RegisterOrder register, LedgerView view) {
        return view.encumbrance(id)
                .filter(known ->
                        known.account().equals(register.from()) && known.asset().equals(register.asset()))
                .isPresent();
    }

    /**
     * Order: the policy; the order unknown; its time over, or its restriction not active any more; the quantity; more than the order
     * has left; more than the restriction holds; the receiving account, unless it is one of seizure; what is held; then what
     * {@link OrderTokens#choose} finds. Tokens that are locked up go as well.
     */
    public static void judge(ForceTransfer force, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(force, circumstances, findings);
        findings.demand(circumstances.view().order(force.order()), ORDER_UNKNOWN)
                .ifPresent(order -> judge(force, order, circumstances, findings));
    }

    private static void judge(ForceTransfer force, Order order, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Restriction restriction = view.restriction(order.restriction()).orElseThrow();
        boolean isInForce = circumstances.blockTimeMillis() < order.untilMillis()
                && (restriction.isActive(circumstances.blockTimeMillis()) || order.quantityLeft() == 0);
        findings.demand(isInForce, ORDER_INVALID);
        findings.demand(force.units() > 0, QUANTITY_NOT_POSITIVE);
        boolean isLeft = findings.demand(force.units() <= order.quantityLeft(), ORDER_EXHAUSTED);
        findings.demand(!isLeft || restriction.holds(force.units()), ORDER_OUTSIDE_RESTRICTION);
        receiver(force, order, circumstances, findings);
        long held = view.quantity(order.from(), order.asset());
        if (findings.demand(force.units() <= held, QUANTITY_INSUFFICIENT)) {
            LotRules.obstacle(OrderTokens.choose(order, force.units(), circumstances))
                    .ifPresent(findings::refuse);
        }
    }

    /** What authorities and owners say against a debit does not matter here: that is what an order is for. */
    private static void receiver(ForceTransfer force, Order order, Circumstances circumstances, Findings findings) {
        Account to = circumstances.view().account(order.to()).orElseThrow();
        if (to.kind() == AccountKind.SEIZURE) {
            findings.demand(AccountRules.isOpen(to), CREDIT_BLOCKED);
        } else {
            AccountRules.credit(order.to(), order.asset(), circumstances, findings);
            HoldingRules.judge(order.to(), order.asset(), circumstances, findings);
            HoldingLimits.judge(
                    List.of(new Leg(order.from(), order.to(), order.asset(), force.units())),
                    circumstances.view(),
                    findings);
        }
    }
}
