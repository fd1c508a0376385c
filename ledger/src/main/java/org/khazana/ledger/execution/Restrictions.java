package org.khazana.ledger.execution;

import org.khazana.ledger.operation.AmendRestriction;
import org.khazana.ledger.operation.LiftRestriction;
import org.khazana.ledger.operation.PlaceRestriction;
import org.khazana.ledger.operation.RestrictionOperation;
import org.khazana.ledger.rules.Circumstances;
import org.khazana.ledger.rules.RestrictingRules;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Restricted;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.RestrictionTarget;
import org.khazana.ledger.state.Tables;

/** Carries out what authorities forbid and allow again. */
final class Restrictions {
    private Restrictions() {}

    static void perform(RestrictionOperation operation, Performance performance) {
        switch (operation) {
            case PlaceRestriction place -> place(place, performance);
            case AmendRestriction amend -> amend(amend, performance);
            case LiftRestriction lift -> lift(lift, performance);
        }
    }

    private static void place(PlaceRestriction place, Performance performance) {
        Circumstances circumstances = performance.circumstances();
        RestrictingRules.judge(place, circumstances, performance.findings());
        if (performance.findings().areNone()) {
            Restriction restriction = new Restriction(
                    place.restriction(),
                    place.ground(),
                    RestrictingRules.targetOf(place).orElseThrow(),
                    place.blocks(),
                    place.quantity(),
                    SerialSet.of(place.serials()),
                    circumstances.signers().sender(),
                    place.caseReference(),
                    place.documentHash(),
                    circumstances.blockTimeMillis(),
                    place.until(),
                    Restriction.Status.ACTIVE);
            performance.ledger().apply(Tables.RESTRICTIONS.put(restriction));
            performance
                    .ledger()
                    .apply(withoutExpired(restriction.target(), performance)
                            .with(restriction.number())
                            .set());
        }
    }

    /** Or else those whose time is over would fill the list for ever. */
    private static Restricted withoutExpired(RestrictionTarget target, Performance performance) {
        Restricted restricted = performance.ledger().restricted(target);
        Restricted current = restricted;
        for (long number : restricted.numbers()) {
            Restriction known = performance.ledger().restriction(number).orElseThrow();
            if (!known.isActive(performance.circumstances().blockTimeMillis())) {
                current = current.without(number);
            }
        }
        return current;
    }

    private static void amend(AmendRestriction amend, Performance performance) {
        RestrictingRules.judge(amend, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            Restriction restriction =
                    performance.ledger().restriction(amend.restriction()).orElseThrow();
            performance
                    .ledger()
                    .apply(Tables.RESTRICTIONS.put(
                            restriction.amended(amend.blocks(), amend.units(), amend.until(), amend.documentHash())));
        }
    }

    private static void lift(LiftRestriction lift, Performance performance) {
        RestrictingRules.judge(lift, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            Restriction restriction =
                    performance.ledger().restriction(lift.restriction()).orElseThrow();
            put(restriction.with(Restriction.Status.LIFTED), performance.ledger());
        }
    }

    /** As it is from now on; one that is no longer active leaves the list of its target. */
    static void put(Restriction restriction, LedgerOverlay ledger) {
        ledger.apply(Tables.RESTRICTIONS.put(restriction));
        if (restriction.status() != Restriction.Status.ACTIVE) {
            ledger.apply(ledger.restricted(restriction.target())
                    .without(restriction.number())
                    .set());
        }
    }
}
