package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CASH_TRANSFER_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.SELF_TRANSFER;

import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** Whether an asset may move from one account to another: the same rules for a transfer and for a leg. */
public final class MovementRules {
    private MovementRules() {}

    /** Order: all gates; cash, which moves in settlements only; then what is held, and whether it can go. */
    public static void judge(TransferTokens transfer, Circumstances circumstances, Findings findings) {
        Leg movement = movementOf(transfer);
        gates(movement, circumstances, findings);
        findings.demand(
                circumstances
                        .view()
                        .asset(transfer.isin())
                        .filter(Asset::isCash)
                        .isEmpty(),
                CASH_TRANSFER_NOT_ALLOWED);
        if (isOfSomething(movement, circumstances.view())) {
            LotRules.obstacle(Debit.of(movement), circumstances).ifPresent(findings::refuse);
        }
    }

    /** A transfer seen as the one movement that it is. */
    public static Leg movementOf(TransferTokens transfer) {
        return new Leg(transfer.from(), transfer.to(), transfer.isin(), transfer.quantity(), transfer.serials());
    }

    /**
     * All that can be said without looking at what is held. No way in may leave one out, not even a movement from an
     * account to itself. Order: either account unknown; either owner not active; debit, credit blocked; signatures for
     * the debit missing; the asset unknown, or matured; the quantity; from and to the same.
     */
    static void gates(Leg movement, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Optional<Account> from = findings.demand(view.account(movement.from()), ACCOUNT_UNKNOWN);
        Optional<Account> to = findings.demand(view.account(movement.to()), ACCOUNT_UNKNOWN);
        Stream.of(from, to)
                .flatMap(Optional::stream)
                .forEach(account -> findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE));
        from.ifPresent(account -> findings.demand(AccountRules.isOpen(account), DEBIT_BLOCKED));
        to.ifPresent(account -> findings.demand(AccountRules.isOpen(account), CREDIT_BLOCKED));
        from.ifPresent(account -> findings.demand(
                AccountRules.isDebitSigned(account, circumstances.signers()), CONTROLLER_SIGNATURE_MISSING));
        findings.demand(view.asset(movement.asset()), ASSET_UNKNOWN).ifPresent(asset -> {
            asset.bill()
                    .ifPresent(bill -> findings.demand(QuantityRules.isActive(bill, circumstances), ASSET_NOT_ACTIVE));
            QuantityRules.quantity(movement.quantity(), asset, findings);
        });
        findings.demand(!movement.from().equals(movement.to()), SELF_TRANSFER);
    }

    private static boolean isOfSomething(Leg movement, LedgerView view) {
        return view.account(movement.from()).isPresent()
                && view.asset(movement.asset()).isPresent();
    }
}
