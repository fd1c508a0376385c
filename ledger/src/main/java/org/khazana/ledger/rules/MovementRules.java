package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.ACCOUNT_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.ASSET_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.CASH_TRANSFER_NOT_ALLOWED;
import static org.khazana.ledger.refusal.RefusalCode.CONTROLLER_SIGNATURE_MISSING;
import static org.khazana.ledger.refusal.RefusalCode.CREDIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.CURRENCY_UNKNOWN;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.LEG_COUNT_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.PARTY_NOT_ACTIVE;
import static org.khazana.ledger.refusal.RefusalCode.SELF_TRANSFER;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.claim.ClaimLimits;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.operation.BatchLeg;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.TransferBatch;
import org.khazana.ledger.operation.TransferCash;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** Whether an asset may move from one account to another: the same rules for a transfer and for a leg. */
public final class MovementRules {
    private MovementRules() {}

    /**
     * Order: all gates; what would become repatriable; cash, which moves in settlements only; the travel rule; a limit; then what is
     * held, and what of it can go.
     *
     * @return the tokens that go if nothing speaks against it
     */
    public static LotChoice judge(TransferTokens transfer, Circumstances circumstances, Findings findings) {
        return tokens(movementOf(transfer), transfer.travelRuleHash(), circumstances, findings);
    }

    private static LotChoice tokens(
            Leg movement, Optional<Hash> message, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        gates(movement, circumstances, findings);
        ResidencyRules.freeOfPayment(movement, view, findings);
        findings.demand(view.asset(movement.asset()).filter(Asset::isCash).isEmpty(), CASH_TRANSFER_NOT_ALLOWED);
        return rest(movement, message, circumstances, findings);
    }

    /** The travel rule; a limit; then what is held, and what of it can go. */
    private static LotChoice rest(
            Leg movement, Optional<Hash> message, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        TravelRule.judge(movement, message, view, findings);
        HoldingLimits.judge(List.of(movement), view, findings);
        if (!isOfSomething(movement, view)) {
            return new LotChoice.Chosen(List.of());
        }
        LotChoice choice = LotRules.judge(Debit.of(movement), circumstances);
        if (choice instanceof LotChoice.Refused refused) {
            findings.refuse(refused.code());
        }
        return choice;
    }

    /**
     * Order: all gates; what would become repatriable; no currency; not allowed by the governors; the travel rule; a limit; then what
     * is held, and what of it is free.
     */
    public static void judge(TransferCash transfer, Circumstances circumstances, Findings findings) {
        cash(movementOf(transfer), transfer.travelRuleHash(), circumstances, findings);
    }

    private static LotChoice cash(
            Leg movement, Optional<Hash> message, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        gates(movement, circumstances, findings);
        ResidencyRules.freeOfPayment(movement, view, findings);
        findings.demand(view.asset(movement.asset()).filter(Asset::isCash), CURRENCY_UNKNOWN);
        findings.demand(view.figure(Parameter.CASH_TRANSFERS) == 1, CASH_TRANSFER_NOT_ALLOWED);
        return rest(movement, message, circumstances, findings);
    }

    /** Whether a batch has as many legs as it may; they are judged one by one, each when its turn has come. */
    public static boolean hasRightCount(TransferBatch batch, Findings findings) {
        int count = batch.legs().size();
        return findings.demand(count >= 1 && count <= TransferBatch.LEGS_MAX, LEG_COUNT_INVALID);
    }

    /**
     * One leg of a batch, when its turn has come: as a transfer by itself, of cash if that is what the batch is of.
     *
     * @return the tokens that go if nothing speaks against it
     */
    public static LotChoice judge(TransferBatch batch, BatchLeg leg, Circumstances circumstances, Findings findings) {
        Leg movement = leg.of(batch.asset());
        boolean isOfCash =
                circumstances.view().asset(batch.asset()).filter(Asset::isCash).isPresent();
        return isOfCash
                ? cash(movement, leg.travelRuleHash(), circumstances, findings)
                : tokens(movement, leg.travelRuleHash(), circumstances, findings);
    }

    /** A transfer seen as the one movement that it is. */
    public static Leg movementOf(TransferCash transfer) {
        return new Leg(transfer.from(), transfer.to(), transfer.currency(), transfer.amount());
    }

    /** A transfer seen as the one movement that it is. */
    public static Leg movementOf(TransferTokens transfer) {
        return new Leg(transfer.from(), transfer.to(), transfer.isin(), transfer.quantity(), transfer.serials());
    }

    /**
     * All that can be said without looking at what is held. No way in may leave one out, not even a movement from an
     * account to itself. Order: either account unknown; either owner not active; what authorities forbid; debit, credit
     * blocked; signatures for the debit missing, for the credit missing; the asset unknown, matured, paused, or not for
     * passing on; the quantity; from and to the same; the receiver may not hold it.
     */
    static void gates(Leg movement, Circumstances circumstances, Findings findings) {
        LedgerView view = circumstances.view();
        Optional<Account> from = findings.demand(view.account(movement.from()), ACCOUNT_UNKNOWN);
        Optional<Account> to = findings.demand(view.account(movement.to()), ACCOUNT_UNKNOWN);
        from.ifPresent(account -> findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE));
        to.ifPresent(account -> findings.demand(circumstances.isActive(account.owner()), PARTY_NOT_ACTIVE));
        from.ifPresent(account ->
                RestrictionRules.debit(account, movement.asset(), movement.serials(), circumstances, findings));
        to.ifPresent(account -> RestrictionRules.credit(account, movement.asset(), circumstances, findings));
        from.ifPresent(account -> findings.demand(AccountRules.isOpen(account), DEBIT_BLOCKED));
        to.ifPresent(account -> findings.demand(AccountRules.isOpen(account), CREDIT_BLOCKED));
        from.ifPresent(account -> findings.demand(
                AccountRules.isDebitSigned(account, circumstances.signers()), CONTROLLER_SIGNATURE_MISSING));
        AccountRules.creditSigned(movement.to(), circumstances, findings);
        findings.demand(view.asset(movement.asset()), ASSET_UNKNOWN).ifPresent(asset -> {
            AssetGates.transfer(asset, circumstances, findings);
            QuantityRules.quantity(movement.quantity(), asset, findings);
        });
        findings.demand(!movement.from().equals(movement.to()), SELF_TRANSFER);
        HoldingRules.judge(movement.to(), movement.asset(), circumstances, findings);
    }

    /**
     * Order: either account unknown; the asset unknown, matured, or not for passing on; the quantity; the serials that are named; from
     * and to the same.
     */
    static void sense(Leg movement, Circumstances circumstances, Findings findings) {
        findings.demand(circumstances.view().account(movement.from()), ACCOUNT_UNKNOWN);
        findings.demand(circumstances.view().account(movement.to()), ACCOUNT_UNKNOWN);
        findings.demand(circumstances.view().asset(movement.asset()), ASSET_UNKNOWN)
                .ifPresent(asset -> {
                    AssetGates.transferable(asset, circumstances, findings);
                    QuantityRules.quantity(movement.quantity(), asset, findings);
                    LotRules.flaw(Debit.of(movement), TransferTokens.SERIALS_MAX, asset)
                            .ifPresent(findings::refuse);
                });
        findings.demand(!movement.from().equals(movement.to()), SELF_TRANSFER);
    }

    /**
     * The half of the gates that concerns what leaves, for units that are set aside without moving. Order: the account, with tokens that
     * are named; the asset unknown, matured, paused, or not for pledging; the quantity; the serials that are named.
     */
    static void debitSide(Debit units, Circumstances circumstances, Findings findings) {
        AccountRules.debit(units.account(), units.asset(), units.serials(), circumstances, findings);
        findings.demand(circumstances.view().asset(units.asset()), ASSET_UNKNOWN)
                .ifPresent(asset -> {
                    AssetGates.pledge(asset, circumstances, findings);
                    QuantityRules.quantity(units.quantity(), asset, findings);
                    LotRules.flaw(units, ClaimLimits.SERIAL_RANGES_MAX, asset).ifPresent(findings::refuse);
                });
    }

    private static boolean isOfSomething(Leg movement, LedgerView view) {
        return view.account(movement.from()).isPresent()
                && view.asset(movement.asset()).isPresent();
    }
}
