package org.khazana.ledger.execution;

import org.khazana.ledger.operation.AttestBacking;
import org.khazana.ledger.operation.BackingOperation;
import org.khazana.ledger.operation.DepositReserveItem;
import org.khazana.ledger.operation.ReleaseReserveItem;
import org.khazana.ledger.operation.RevokeBacking;
import org.khazana.ledger.rules.BackingRules;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.state.Attestation;
import org.khazana.ledger.state.AttestationKey;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.ReserveItem;
import org.khazana.ledger.state.Tables;

/** Carries out what changes what is known of what lies behind instruments. */
final class Attestations {
    private final LedgerOverlay ledger;
    private final Circumstances circumstances;
    private final Findings findings;

    Attestations(Performance performance) {
        this.ledger = performance.ledger();
        this.circumstances = performance.circumstances();
        this.findings = performance.findings();
    }

    void perform(BackingOperation operation) {
        switch (operation) {
            case AttestBacking attest -> attest(attest);
            case RevokeBacking revoke -> revoke(revoke);
            case DepositReserveItem deposit -> deposit(deposit);
            case ReleaseReserveItem release -> release(release);
        }
    }

    private void attest(AttestBacking attest) {
        BackingRules.judge(attest, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.ATTESTATIONS.put(new Attestation(
                    attest.isin(),
                    circumstances.signers().sender(),
                    attest.units(),
                    attest.asOf(),
                    attest.evidenceHash())));
        }
    }

    private void revoke(RevokeBacking revoke) {
        BackingRules.judge(revoke, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.ATTESTATIONS.removal(
                    new AttestationKey(revoke.isin(), circumstances.signers().sender())));
        }
    }

    private void deposit(DepositReserveItem deposit) {
        BackingRules.judge(deposit, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.RESERVE_ITEMS.put(new ReserveItem(
                    deposit.isin(),
                    deposit.receiptCommitment(),
                    deposit.site(),
                    deposit.grade(),
                    deposit.quantity(),
                    deposit.unitCode(),
                    deposit.documentHash(),
                    ReserveItem.State.DEPOSITED)));
        }
    }

    private void release(ReleaseReserveItem release) {
        BackingRules.judge(release, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.RESERVE_ITEMS.put(ledger.reserveItem(release.isin(), release.receiptCommitment())
                    .orElseThrow()
                    .released()));
        }
    }
}
