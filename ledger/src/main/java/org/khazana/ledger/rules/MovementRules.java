package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CASH_TRANSFER_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.SELF_TRANSFER;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** Whether an asset may move from one account to another: the same rules for a transfer and for a leg. */
public final class MovementRules {
    private MovementRules() {}

    /**
     * Order: all gates; what would become repatriable; cash, which moves in settlements only; a limit; then what is held, and what
     * of it is free.
     */
    public static void judge(TransferTokens transfer, Circumstances circumstances, Findings findings) {
        Leg movement = movementOf(transfer);
        gates(movement, circumstances, findings);
        ResidencyRules.freeOfPayment(movement, circumstances.view(), findings);
        findings.demand(
                circumstances
                        .view()
                        .asset(transfer.isin())
                        .filter(Asset::isCash)
                        .isEmpty(),
                CASH_TRANSFER_NOT_ALLOWED);
        HoldingLimits.judge(List.of(movement), circumstances.view(), findings);
        if (isOfSomething(movement, circumstances.view())) {
            shortage(movement, circumstances).ifPresent(findings::refuse);
        }
    }

    /**
     * Order: all gates; what would become repatriable; no currency; not allowed by the governors; a limit; then what is held, and what
     * of it is free.
     */
    public static void judge(TransferCash transfer, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Leg movement = movementOf(transfer);
        gates(movement, circumstances, findings);
        ResidencyRules.freeOfPayment(movement, view, findings);
        findings.demand(view.asset(transfer.currency()).filter(Asset::isCash), CURRENCY_UNKNOWN);
        findings.demand(view.figure(Parameter.CASH_TRANSFERS) == 1, CASH_TRANSFER_NOT_ALLOWED);
        HoldingLimits.judge(List.of(movement), view, findings);
        if (isOfSomething(movement, view)) {
            shortage(movement, circumstances).ifPresent(findings::refuse);
        }
    }

    /** A transfer seen as the one movement that it is. */
    public static Leg movementOf(TransferCash transfer) {
        return new Leg(transfer.from(), transfer.to(), transfer.currency(), transfer.amount());
    }

    /** A transfer seen as the one movement that it is. */
    public static Leg movementOf(TransferTokens transfer) {
        return new Leg(transfer.from(), transfer.to(), transfer.isin(), transfer.quantity());
    }

    /**
     * All that can be said without looking at what is held. No way in may leave one out, not even a movement from an
     * account to itself. Order: either account unknown; either owner not active; what authorities forbid; debit, credit
     * blocked; signatures for the debit missing, for the credit missing; the asset unknown, or matured; the quantity; from and
     * to the same; the receiver may not hold it.
     */
    static void gates(Leg movement, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Optional<Account> from = findings.demand(view.account(movement.from()), ACCOUNT_UNKNOWN);
        Optional<Account> to = findings.demand(view.account(movement.to()), ACCOUNT_UNKNOWN);
        Stream.of(from, to)
                .flatMap(Optional::stream)
                .forEach(account -> findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE));
        from.ifPresent(account -> RestrictionRules.debit(account, movement.asset(), circumstances, findings));
        to.ifPresent(account -> RestrictionRules.credit(account, movement.asset(), circumstances, findings));
        from.ifPresent(account -> findings.demand(AccountRules.isOpen(account), DEBIT_BLOCKED));
        to.ifPresent(account -> findings.demand(AccountRules.isOpen(account), CREDIT_BLOCKED));
        from.ifPresent(account -> findings.demand(
                AccountRules.isDebitSigned(account, circumstances.signers()), CONTROLLER_SIGNATURE_MISSING));
        AccountRules.creditSigned(movement.to(), circumstances, findings);
        units(movement.asset(), movement.quantity(), circumstances, findings);
        findings.demand(!movement.from().equals(movement.to()), SELF_TRANSFER);
        HoldingRules.judge(movement.to(), movement.asset(), circumstances, findings);
    }

    /** Order: either account unknown; the asset unknown, or matured; the quantity; from and to the same. */
    static void sense(Leg movement, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().account(movement.from()), ACCOUNT_UNKNOWN);
        findings.demand(circumstances.view().account(movement.to()), ACCOUNT_UNKNOWN);
        units(movement.asset(), movement.quantity(), circumstances, findings);
        findings.demand(!movement.from().equals(movement.to()), SELF_TRANSFER);
    }

    private static void units(AssetCode code, long quantity, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().asset(code), ASSET_UNKNOWN).ifPresent(asset -> {
            asset.bill()
                    .ifPresent(bill -> findings.demand(QuantityRules.isActive(bill, circumstances), ASSET_NOT_ACTIVE));
            QuantityRules.quantity(quantity, asset, findings);
        });
    }

    /**
     * The half of the gates that concerns what leaves, for units that are set aside without moving. Order: the account; the asset
     * unknown, or matured; the quantity.
     */
    static void debitSide(
            AccountId account, AssetCode asset, long quantity, Circumstances circumstances, Findings findings) {
        AccountRules.debit(account, asset, circumstances, findings);
        units(asset, quantity, circumstances, findings);
    }

    private static boolean isOfSomething(Leg movement, LedgerView view) {
        return view.account(movement.from()).isPresent()
                && view.asset(movement.asset()).isPresent();
    }

    /** Whether the giving account can give as much now. Order: more than is held; more than is free. */
    public static Optional<RefusalCode> shortage(Leg movement, Circumstances circumstances) {
        return RestrictionRules.shortage(movement.from(), movement.asset(), movement.quantity(), circumstances);
    }
}
