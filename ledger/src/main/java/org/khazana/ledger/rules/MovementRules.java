package org.khazana.ledger.rules;

import static org.khazana.ledger.receipt.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.receipt.RefusalCode.ASSET_NOT_ACTIVE;
import static org.khazana.ledger.receipt.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.receipt.RefusalCode.CASH_TRANSFER_NOT_ALLOWED;
import static org.khazana.ledger.receipt.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.receipt.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.receipt.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.receipt.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.receipt.RefusalCode.QUANTITY_INSUFFICIENT;
import static org.khazana.ledger.receipt.RefusalCode.SELF_TRANSFER;

import java.util.Optional;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.transaction.Operation.Leg;
import org.khazana.ledger.transaction.Operation.TransferTokens;

/** Whether an asset may move from one account to another: the same rules for a transfer and for a leg. */
public final class MovementRules {
    private MovementRules() {}

    /** Order: all gates; cash, which moves in settlements only; then what is held. */
    public static Optional<RefusalCode> refusal(TransferTokens transfer, Circumstances circumstances) {
        Leg movement = movementOf(transfer);
        Optional<RefusalCode> gate = gates(movement, circumstances);
        if (gate.isPresent()) {
            return gate;
        }
        if (circumstances.view().asset(transfer.isin()).filter(Asset::isCash).isPresent()) {
            return Optional.of(CASH_TRANSFER_NOT_ALLOWED);
        }
        return coverage(movement, circumstances.view());
    }

    /** A transfer seen as the one movement that it is. */
    public static Leg movementOf(TransferTokens transfer) {
        return new Leg(transfer.from(), transfer.to(), transfer.isin(), transfer.quantity());
    }

    /**
     * All that can be said without looking at what is held. No way in may leave one out, not even a movement from an
     * account to itself. Order: either account unknown; either owner not active; debit, credit blocked; signatures for
     * the debit missing; the asset unknown, or matured; the quantity; from and to the same.
     */
    static Optional<RefusalCode> gates(Leg movement, Circumstances circumstances) {
        LedgerView view = circumstances.view();
        Optional<Account> from = view.account(movement.from());
        Optional<Account> to = view.account(movement.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.of(ACCOUNT_UNKNOWN);
        }
        if (!circumstances.isActive(from.get().owner())
                || !circumstances.isActive(to.get().owner())) {
            return Optional.of(PARTY_NOT_ACTIVE);
        }
        if (!AccountRules.isOpen(from.get())) {
            return Optional.of(DEBIT_BLOCKED);
        }
        if (!AccountRules.isOpen(to.get())) {
            return Optional.of(CREDIT_BLOCKED);
        }
        if (!AccountRules.isDebitSigned(from.get(), circumstances.signers())) {
            return Optional.of(CONTROLLER_SIGNATURE_MISSING);
        }
        Optional<Asset> asset = view.asset(movement.asset());
        if (asset.isEmpty()) {
            return Optional.of(ASSET_UNKNOWN);
        }
        if (asset.get()
                .bill()
                .filter(bill -> !QuantityRules.isActive(bill, circumstances))
                .isPresent()) {
            return Optional.of(ASSET_NOT_ACTIVE);
        }
        Optional<RefusalCode> quantity = QuantityRules.quantity(movement.quantity(), asset.get());
        if (quantity.isPresent()) {
            return quantity;
        }
        if (movement.from().equals(movement.to())) {
            return Optional.of(SELF_TRANSFER);
        }
        return Optional.empty();
    }

    /** Whether the giving account holds enough, once the gates are passed. */
    public static Optional<RefusalCode> coverage(Leg movement, LedgerView view) {
        boolean isCovered = view.quantity(movement.from(), movement.asset()) >= movement.quantity();
        return isCovered ? Optional.empty() : Optional.of(QUANTITY_INSUFFICIENT);
    }
}
