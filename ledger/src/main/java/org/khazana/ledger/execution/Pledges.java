package org.khazana.ledger.execution;

import java.util.List;
import java.util.Optional;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.EncumbranceKind;
import org.khazana.ledger.operation.CallPledge;
import org.khazana.ledger.operation.CreatePledge;
import org.khazana.ledger.operation.EnforcePledge;
import org.khazana.ledger.operation.PledgeOperation;
import org.khazana.ledger.operation.ReleasePledge;
import org.khazana.ledger.operation.SubstitutePledge;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.rules.LotChoice;
import org.khazana.ledger.rules.PledgeRules;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.Encumbrance;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Pledge;
import org.khazana.ledger.state.Tables;

/** Carries out what changes what stands as security for a debt. */
final class Pledges {
    private Pledges() {}

    static void perform(PledgeOperation operation, Performance performance) {
        switch (operation) {
            case CreatePledge create -> create(create, performance);
            case ReleasePledge release -> release(release, performance);
            case CallPledge call -> call(call, performance);
            case EnforcePledge enforce -> enforce(enforce, performance);
            case SubstitutePledge substitute -> substitute(substitute, performance);
        }
    }

    private static void create(CreatePledge create, Performance performance) {
        PledgeRules.judge(create, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            Pledge pledge = new Pledge(
                    create.pledge(),
                    create.kind(),
                    1,
                    create.beneficiary(),
                    create.noticeDays(),
                    Optional.empty(),
                    Pledge.Status.STANDING);
            performance.ledger().apply(Tables.PLEDGES.put(pledge));
            performance
                    .postings()
                    .encumber(new Encumbrance(
                            pledge.encumbrance(),
                            create.account(),
                            create.asset(),
                            create.quantity(),
                            SerialSet.of(create.serials()),
                            create.beneficiary(),
                            create.reference().orElse(""),
                            create.until()));
        }
    }

    private static void release(ReleasePledge release, Performance performance) {
        PledgeRules.judge(release, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            end(release.pledge(), Pledge.Status.RELEASED, performance);
        }
    }

    private static void end(long number, Pledge.Status status, Performance performance) {
        Pledge pledge = performance.ledger().pledge(number).orElseThrow();
        performance.postings().release(pledge.encumbrance());
        performance.ledger().apply(Tables.PLEDGES.put(pledge.with(status)));
    }

    private static void call(CallPledge call, Performance performance) {
        PledgeRules.judge(call, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            Pledge pledge = performance.ledger().pledge(call.pledge()).orElseThrow();
            performance
                    .ledger()
                    .apply(Tables.PLEDGES.put(
                            pledge.withNotice(performance.circumstances().blockTimeMillis())));
        }
    }

    private static void enforce(EnforcePledge enforce, Performance performance) {
        PledgeRules.judge(enforce, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            Pledge pledge = performance.ledger().pledge(enforce.pledge()).orElseThrow();
            Encumbrance units =
                    performance.ledger().encumbrance(pledge.encumbrance()).orElseThrow();
            LotChoice choice = PledgeRules.tokens(units, performance.circumstances());
            Invariant.check(
                    choice instanceof LotChoice.Chosen, "pledge %s cannot be enforced: %s", pledge.number(), choice);
            end(enforce.pledge(), Pledge.Status.ENFORCED, performance);
            performance.postings().move(Debit.of(units), enforce.to(), (LotChoice.Chosen) choice);
        }
    }

    /** New units are set aside before the old ones are free. */
    private static void substitute(SubstitutePledge substitute, Performance performance) {
        PledgeRules.judge(substitute, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            Pledge old = performance.ledger().pledge(substitute.pledge()).orElseThrow();
            Pledge pledge = old.substituted();
            Encumbrance units =
                    performance.ledger().encumbrance(old.encumbrance()).orElseThrow();
            performance
                    .postings()
                    .encumber(new Encumbrance(
                            pledge.encumbrance(),
                            substitute.account(),
                            substitute.asset(),
                            substitute.quantity(),
                            SerialSet.of(substitute.serials()),
                            units.beneficiary(),
                            units.reference(),
                            units.untilMillis()));
            performance.postings().release(old.encumbrance());
            performance.ledger().apply(Tables.PLEDGES.put(pledge));
        }
    }

    /** Of pledges of which an order has left nothing. */
    static void noteOverridden(List<EncumbranceId> overrides, LedgerOverlay ledger) {
        for (EncumbranceId id : overrides) {
            boolean isPledge = id.kind() == EncumbranceKind.PLEDGE || id.kind() == EncumbranceKind.LIEN;
            if (isPledge && ledger.encumbrance(id).isEmpty()) {
                ledger.pledge(id.number())
                        .filter(pledge -> pledge.encumbrance().equals(id) && pledge.status() == Pledge.Status.STANDING)
                        .ifPresent(pledge -> ledger.apply(Tables.PLEDGES.put(pledge.with(Pledge.Status.OVERRIDDEN))));
            }
        }
    }
}
