package org.khazana.ledger.execution;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.AddKey;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.RevokeKey;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.GovernanceRules;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Tables;

/** Carries out what changes parties, keys, roles and policies. */
final class Governance {
    private final LedgerOverlay ledger;
    private final Circumstances circumstances;
    private final Findings findings;

    Governance(LedgerOverlay ledger, Circumstances circumstances, Findings findings) {
        this.ledger = ledger;
        this.circumstances = circumstances;
        this.findings = findings;
    }

    void setPolicy(SetPolicy set) {
        GovernanceRules.judge(set, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.POLICIES.put(new Policy(set.operation(), set.voices())));
        }
    }

    void register(RegisterParty register) {
        GovernanceRules.judge(register, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.PARTIES.put(Party.active(register.party(), register.name(), Set.of())));
            ledger.apply(Tables.KEYS.put(PartyKey.of(register.key(), register.party())));
        }
    }

    void setStatus(SetPartyStatus set) {
        GovernanceRules.judge(set, circumstances, findings);
        change(set.party(), party -> party.with(set.status()));
    }

    void grant(GrantRole grant) {
        GovernanceRules.judge(grant, circumstances, findings);
        change(grant.party(), party -> party.with(grant.role()));
    }

    void revoke(RevokeRole revoke) {
        GovernanceRules.judge(revoke, circumstances, findings);
        change(revoke.party(), party -> party.without(revoke.role()));
    }

    private void change(PartyId id, UnaryOperator<Party> change) {
        if (findings.areNone()) {
            LedgerOverlay changed = new LedgerOverlay(ledger);
            changed.apply(Tables.PARTIES.put(change.apply(ledger.party(id).orElseThrow())));
            GovernanceRules.policiesStayPossible(ledger, changed, findings);
            changed.changes().forEach(ledger::apply);
        }
    }

    void add(AddKey add) {
        GovernanceRules.judge(add, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.KEYS.put(
                    PartyKey.of(add.key(), circumstances.signers().sender())));
        }
    }

    void revoke(RevokeKey revoke) {
        GovernanceRules.judge(revoke, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.KEYS.put(ledger.key(revoke.key()).orElseThrow().revoked()));
        }
    }
}
