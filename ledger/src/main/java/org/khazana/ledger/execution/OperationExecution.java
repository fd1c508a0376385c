package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.CreateInstrument;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.IssueTokens;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.operation.RecordCashDeposit;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.operation.SettleNow;
import org.khazana.ledger.operation.TransferTokens;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.refusal.RefusalCode;
import org.khazana.ledger.rules.AuthorityRules;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.DepositRules;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.InstrumentRules;
import org.khazana.ledger.rules.IssuanceRules;
import org.khazana.ledger.rules.MovementRules;
import org.khazana.ledger.rules.SettlementRules;
import org.khazana.ledger.rules.Signers;
import org.khazana.ledger.rules.ValidatorRules;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.Asset.BillTerms;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.RtgsKey;
import org.khazana.ledger.state.Tables;
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

    /** All that speaks against it; carried out if that is nothing. */
    Findings execute(Operation operation) {
        Findings findings = new Findings();
        AuthorityRules.signersActive(circumstances, findings);
        switch (operation) {
            case CreateInstrument create -> create(create, findings);
            case RecordCashDeposit deposit -> deposit(deposit, findings);
            case IssueTokens issue -> issue(issue, findings);
            case TransferTokens transfer -> transfer(transfer, findings);
            case SettleNow settle -> settle(settle, findings);
            case SetValidators set -> setValidators(set, findings);
            case SetPolicy set -> governance(findings).setPolicy(set);
            case RegisterParty register -> governance(findings).register(register);
            case SetPartyStatus set -> governance(findings).setStatus(set);
            case GrantRole grant -> governance(findings).grant(grant);
            case RevokeRole revoke -> governance(findings).revoke(revoke);
            case AddKey add -> governance(findings).add(add);
            case RevokeKey revoke -> governance(findings).revoke(revoke);
        }
        return findings;
    }

    private Governance governance(Findings findings) {
        return new Governance(ledger, circumstances, findings);
    }

    /** What was posted, in order. */
    List<Posting> postings() {
        return postings.made();
    }

    private void create(CreateInstrument create, Findings findings) {
        InstrumentRules.judge(create, circumstances, findings);
        if (findings.areNone()) {
            BillTerms terms = new BillTerms(
                    circumstances.signers().sender(),
                    create.name(),
                    create.currency(),
                    create.faceValue(),
                    create.issueDate(),
                    create.maturityDate(),
                    create.authorisedUnits(),
                    create.minimumUnits(),
                    create.multipleUnits(),
                    create.termSheetHash());
            ledger.apply(Tables.ASSETS.put(new Asset(create.isin(), 0, Optional.of(terms), Optional.empty())));
        }
    }

    private void deposit(RecordCashDeposit deposit, Findings findings) {
        DepositRules.judge(deposit, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.RTGS_REFERENCES.put(new RtgsKey(deposit.currency(), deposit.rtgsReference())));
            postings.create(deposit.account(), deposit.currency(), deposit.amount());
        }
    }

    private void issue(IssueTokens issue, Findings findings) {
        IssuanceRules.judge(issue, circumstances, findings);
        if (findings.areNone()) {
            postings.create(issue.account(), issue.isin(), issue.quantity());
        }
    }

    private void transfer(TransferTokens transfer, Findings findings) {
        MovementRules.judge(transfer, circumstances, findings);
        if (findings.areNone()) {
            postings.move(MovementRules.movementOf(transfer));
        }
    }

    private void setValidators(SetValidators set, Findings findings) {
        ValidatorRules.judge(set, circumstances, findings);
        if (findings.areNone()) {
            ValidatorSet replaced = ledger.newestValidators();
            ledger.apply(Tables.appoint(new ValidatorSet(
                    Math.addExact(replaced.epoch(), 1),
                    ValidatorRules.inOrder(set.validators()),
                    replaced.minimums())));
        }
    }

    /** Legs in listed order: what an earlier leg brings, a later one may give. */
    private void settle(SettleNow settle, Findings findings) {
        SettlementRules.judge(settle, circumstances, findings);
        for (int i = 0; i < settle.legs().size() && findings.areNone(); i++) {
            Leg leg = settle.legs().get(i);
            if (MovementRules.isCovered(leg, ledger)) {
                postings.move(leg);
            } else {
                findings.refuseLeg(i + 1, RefusalCode.QUANTITY_INSUFFICIENT);
            }
        }
    }
}
