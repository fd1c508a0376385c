package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.receipt.Refusal;
import org.khazana.ledger.receipt.RefusalCode;
import org.khazana.ledger.rules.AuthorityRules;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.DepositRules;
import org.khazana.ledger.rules.InstrumentRules;
import org.khazana.ledger.rules.IssuanceRules;
import org.khazana.ledger.rules.MovementRules;
import org.khazana.ledger.rules.SettlementRules;
import org.khazana.ledger.rules.Signers;
import org.khazana.ledger.rules.ValidatorRules;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.transaction.Operation;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * Carries out one operation on an overlay of its own. After a refusal the overlay may hold half of the operation, so it
 * must be dropped.
 */
final class OperationExecution {
    private final LedgerOverlay ledger;
    private final Circumstances circumstances;
    private final Postings postings;

    OperationExecution(LedgerOverlay ledger, Signers signers, long blockTimeMillis) {
        this.ledger = ledger;
        this.circumstances = new Circumstances(ledger, signers, blockTimeMillis);
        this.postings = new Postings(ledger);
    }

    /** Empty when done. */
    Optional<Refusal> execute(Operation operation) {
        Optional<RefusalCode> inactive = AuthorityRules.signersActive(circumstances);
        if (inactive.isPresent()) {
            return inactive.map(Refusal::of);
        }
        return switch (operation) {
            case Operation.CreateInstrument create -> create(create).map(Refusal::of);
            case Operation.RecordCashDeposit deposit -> deposit(deposit).map(Refusal::of);
            case Operation.IssueTokens issue -> issue(issue).map(Refusal::of);
            case Operation.TransferTokens transfer -> transfer(transfer).map(Refusal::of);
            case Operation.SettleNow settle -> settle(settle);
            case Operation.SetValidators set -> setValidators(set).map(Refusal::of);
        };
    }

    /** What was posted, in order. */
    List<Posting> postings() {
        return postings.made();
    }

    private Optional<RefusalCode> create(Operation.CreateInstrument create) {
        Optional<RefusalCode> refusal = InstrumentRules.refusal(create, circumstances);
        if (refusal.isEmpty()) {
            BillTerms terms = new BillTerms(
                    circumstances.signers().sender(),
                    create.name(),
                    create.currency(),
                    create.faceMinor(),
                    create.issueDay(),
                    create.maturityDay(),
                    create.authorisedUnits(),
                    create.minimumUnits(),
                    create.multipleUnits(),
                    create.termSheetHash());
            ledger.apply(new Change.AssetPut(new Asset(create.isin(), 0, Optional.of(terms), Optional.empty())));
        }
        return refusal;
    }

    private Optional<RefusalCode> deposit(Operation.RecordCashDeposit deposit) {
        Optional<RefusalCode> refusal = DepositRules.refusal(deposit, circumstances);
        if (refusal.isEmpty()) {
            ledger.apply(new Change.RtgsReferenceUsed(deposit.currency(), deposit.rtgsReference()));
            postings.create(deposit.account(), deposit.currency(), deposit.amountMinor());
        }
        return refusal;
    }

    private Optional<RefusalCode> issue(Operation.IssueTokens issue) {
        Optional<RefusalCode> refusal = IssuanceRules.refusal(issue, circumstances);
        if (refusal.isEmpty()) {
            postings.create(issue.account(), issue.isin(), issue.quantity());
        }
        return refusal;
    }

    private Optional<RefusalCode> transfer(Operation.TransferTokens transfer) {
        Optional<RefusalCode> refusal = MovementRules.refusal(transfer, circumstances);
        if (refusal.isEmpty()) {
            postings.move(MovementRules.movementOf(transfer));
        }
        return refusal;
    }

    private Optional<RefusalCode> setValidators(Operation.SetValidators set) {
        Optional<RefusalCode> refusal = ValidatorRules.refusal(set, circumstances);
        if (refusal.isEmpty()) {
            ValidatorSet replaced = ledger.newestValidators();
            ledger.apply(new Change.ValidatorsPut(new ValidatorSet(
                    Math.addExact(replaced.epoch(), 1),
                    ValidatorRules.inOrder(set.validators()),
                    replaced.minimums())));
        }
        return refusal;
    }

    /** Legs in listed order: what an earlier leg brings, a later one may give. */
    private Optional<Refusal> settle(Operation.SettleNow settle) {
        Optional<Refusal> refusal = SettlementRules.refusal(settle, circumstances);
        if (refusal.isPresent()) {
            return refusal;
        }
        for (int i = 0; i < settle.legs().size(); i++) {
            Operation.Leg leg = settle.legs().get(i);
            Optional<RefusalCode> uncovered = MovementRules.coverage(leg, ledger);
            if (uncovered.isPresent()) {
                return Optional.of(Refusal.ofLeg(i + 1, uncovered.get()));
            }
            postings.move(leg);
        }
        return Optional.empty();
    }
}
