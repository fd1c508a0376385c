package org.khazana.ledger.execution;

import java.util.Optional;
import java.util.function.Supplier;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.operation.ActivateProtocol;
import org.khazana.ledger.operation.GovernanceOperation;
import org.khazana.ledger.operation.GrantRole;
import org.khazana.ledger.operation.HaltSystem;
import org.khazana.ledger.operation.RegisterParty;
import org.khazana.ledger.operation.ResumeSystem;
import org.khazana.ledger.operation.RevokeRole;
import org.khazana.ledger.operation.SetParameter;
import org.khazana.ledger.operation.SetPartyStatus;
import org.khazana.ledger.operation.SetPolicy;
import org.khazana.ledger.operation.SetValidators;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.Findings;
import org.khazana.ledger.rules.GovernanceRules;
import org.khazana.ledger.rules.ProfileRules;
import org.khazana.ledger.rules.RoleRules;
import org.khazana.ledger.rules.SystemRules;
import org.khazana.ledger.rules.ValidatorRules;
import org.khazana.ledger.state.Halt;
import org.khazana.ledger.state.HolderTables;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Party;
import org.khazana.ledger.state.PartyKey;
import org.khazana.ledger.state.Protocol;
import org.khazana.ledger.state.RegisterKey;
import org.khazana.ledger.state.RoleTables;
import org.khazana.ledger.state.SetFigure;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.validator.ValidatorSet;

/** Carries out what changes who takes part in what: validators, policies, parties, roles and keys. */
final class Governance {
    private final LedgerOverlay ledger;
    private final Circumstances circumstances;
    private final Findings findings;

    Governance(Performance performance) {
        this.ledger = performance.ledger();
        this.circumstances = performance.circumstances();
        this.findings = performance.findings();
    }

    void perform(GovernanceOperation operation) {
        switch (operation) {
            case SetValidators set -> setValidators(set);
            case SetPolicy set -> setPolicy(set);
            case RegisterParty register -> register(register);
            case SetPartyStatus set -> setStatus(set);
            case GrantRole grant -> grant(grant);
            case RevokeRole revoke -> revoke(revoke);
            case SetParameter set -> set(set);
            case HaltSystem halt -> halt(halt);
            case ResumeSystem resume -> resume(resume);
            case ActivateProtocol activate -> activate(activate);
        }
    }

    private void setValidators(SetValidators set) {
        ValidatorRules.judge(set, circumstances, findings);
        if (findings.areNone()) {
            ValidatorSet replaced = ledger.newestValidators();
            ledger.apply(Tables.appoint(new ValidatorSet(
                    Math.addExact(replaced.epoch(), 1),
                    ValidatorRules.inOrder(set.validators()),
                    replaced.minimums())));
        }
    }

    private void setPolicy(SetPolicy set) {
        GovernanceRules.judge(set, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.POLICIES.put(new Policy(set.operation(), set.voices())));
        }
    }

    private void register(RegisterParty register) {
        GovernanceRules.judge(register, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.PARTIES.put(Party.active(register.party(), register.name())));
            ledger.apply(HolderTables.PROFILES.put(ProfileRules.of(register)));
            ledger.apply(Tables.KEYS.put(PartyKey.of(register.key(), register.party())));
        }
    }

    private void setStatus(SetPartyStatus set) {
        GovernanceRules.judge(set, circumstances, findings);
        change(() -> Tables.PARTIES.put(ledger.party(set.party()).orElseThrow().with(set.status())));
    }

    private void grant(GrantRole grant) {
        RoleRules.judge(grant, circumstances, findings);
        change(() -> RoleTables.GRANTS.put(RoleRules.of(grant)));
    }

    private void revoke(RevokeRole revoke) {
        RoleRules.judge(revoke, circumstances, findings);
        change(() -> RoleTables.GRANTS.removal(
                RoleRules.revoked(revoke, ledger).orElseThrow().key()));
    }

    private void change(Supplier<Change> change) {
        if (findings.areNone()) {
            LedgerOverlay changed = new LedgerOverlay(ledger);
            changed.apply(change.get());
            GovernanceRules.policiesStayPossible(ledger, changed, circumstances.day(), findings);
            changed.writeBelow();
        }
    }

    private void set(SetParameter set) {
        SystemRules.judge(set, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.FIGURES.put(new SetFigure(set.parameter(), set.value())));
        }
    }

    private void halt(HaltSystem halt) {
        SystemRules.judge(halt, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.HALT.put(new Halt(
                    Optional.of(circumstances.signers().sender()), halt.reason(), circumstances.blockTimeMillis())));
        }
    }

    private void resume(ResumeSystem resume) {
        SystemRules.judge(resume, circumstances, findings);
        if (findings.areNone()) {
            ledger.apply(Tables.HALT.removal(RegisterKey.HALT));
        }
    }

    private void activate(ActivateProtocol activate) {
        SystemRules.judge(activate, circumstances, findings);
        if (findings.areNone()) {
            int holding = ledger.protocol().at(circumstances.moment().height());
            ledger.apply(Tables.PROTOCOL.put(
                    new Protocol(holding, Optional.of(new Protocol.Next(activate.protocol(), activate.height())))));
        }
    }
}
