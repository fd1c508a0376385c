package org.khazana.ledger.execution;

import java.util.Optional;
import org.khazana.ledger.authority.KeyLimits;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.CancelKeyRecovery;
import org.khazana.ledger.operation.CompleteKeyRecovery;
import org.khazana.ledger.operation.KeyOperation;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.SetKeyThreshold;
import org.khazana.ledger.operation.StartKeyRecovery;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.KeyRules;
import org.khazana.ledger.state.KeyRecovery;
import org.khazana.ledger.state.KeyThreshold;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;

/** Carries out what changes who can sign for a party. */
final class Keys {
    private static final long HOUR_MILLIS = 60L * 60 * 1000;

    private final LedgerOverlay ledger;
    private final Circumstances circumstances;
    private final Findings findings;

    Keys(Performance performance) {
        this.ledger = performance.ledger();
        this.circumstances = performance.circumstances();
        this.findings = performance.findings();
    }

    void perform(KeyOperation operation) {
        switch (operation) {
            case AddKey add -> add(add);
            case RevokeKey revoke -> revoke(revoke);
            case SetKeyThreshold set -> set(set);
            case StartKeyRecovery start -> start(start);
            case CancelKeyRecovery cancel -> cancel(cancel);
            case CompleteKeyRecovery complete -> complete(complete);
        }
    }

    private void add(AddKey add) {
        KeyRules.judge(add, circumstances, findings);
        if (findings.areNone()) {
            put(add.key(), sender(), add.weight(), add.person());
        }
    }

    private void put(PublicKey key, PartyId party, int weight, Optional<Hash> person) {
        ledger.apply(Tables.KEYS.put(new PartyKey(key, party, false, weight, person)));
    }

    private void revoke(RevokeKey revoke) {
        KeyRules.judge(revoke, circumstances, findings);
        if (findings.areNone()) {
            revoke(revoke.key());
        }
    }

    private void revoke(PublicKey key) {
        ledger.apply(Tables.KEYS.put(ledger.key(key).orElseThrow().revoked()));
    }

    private void set(SetKeyThreshold set) {
        KeyRules.judge(set, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.KEY_THRESHOLDS.put(new KeyThreshold(sender(), set.threshold())));
        }
    }

    private void start(StartKeyRecovery start) {
        KeyRules.judge(start, circumstances, findings);
        if (findings.areNone()) {
            long waitMillis = Math.multiplyExact(ledger.figure(Parameter.KEY_RECOVERY_HOURS), HOUR_MILLIS);
            ledger.apply(Tables.RECOVERIES.put(new KeyRecovery(
                    start.party(),
                    start.key(),
                    start.person(),
                    Math.addExact(circumstances.blockTimeMillis(), waitMillis))));
        }
    }

    private void cancel(CancelKeyRecovery cancel) {
        KeyRules.judge(cancel, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.RECOVERIES.removal(sender()));
        }
    }

    /** The new key signs alone, whatever threshold the lost ones had to reach. */
    private void complete(CompleteKeyRecovery complete) {
        KeyRules.judge(complete, circumstances, findings);
        if (findings.areNone()) {
            KeyRecovery recovery = ledger.recovery(complete.party()).orElseThrow();
            ledger.keysOf(complete.party(), KeyLimits.PER_PARTY_MAX).forEach(this::revoke);
            put(recovery.key(), recovery.party(), 1, recovery.person());
            ledger.apply(Tables.KEY_THRESHOLDS.removal(recovery.party()));
            ledger.apply(Tables.RECOVERIES.removal(recovery.party()));
        }
    }

    private PartyId sender() {
        return circumstances.signers().sender();
    }
}
