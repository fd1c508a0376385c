package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.UNIT_UNKNOWN;

import org.khazana.ledger.instrument.BackingDemand;
import org.khazana.ledger.instrument.Entitlement;
import org.khazana.ledger.instrument.InstrumentTerms;
import org.khazana.ledger.instrument.PeriodicPay;
import org.khazana.ledger.instrument.RegisterMode;
import org.khazana.ledger.instrument.Schedule;
import org.khazana.ledger.instrument.Term;
import org.khazana.ledger.instrument.UnitLimits;
import org.khazana.ledger.operation.CreateReserve;

/** Whether terms make sense by themselves. */
final class TermsRules {
    private TermsRules() {}

    /** Issued in 1970 or later, ending after that and not ended already; what pays in periods is made of whole ones. */
    static boolean isScheduleSound(InstrumentTerms terms, long today) {
        if (terms.issueDay() < 0) {
            return false;
        }
        return terms.maturityDay().isEmpty()
                || isTermSound(terms, terms.maturityDay().get(), today);
    }

    private static boolean isTermSound(InstrumentTerms terms, int maturityDay, long today) {
        return maturityDay > terms.issueDay()
                && maturityDay > today
                && terms.periodicPay()
                        .map(pay -> !isPaySound(pay)
                                || Schedule.of(new Term(terms.issueDay(), maturityDay), pay)
                                        .isPresent())
                        .orElse(true);
    }

    /** Everything positive and within bounds, and the least movement and the authorised number are movements that are allowed. */
    static boolean areFiguresSound(InstrumentTerms terms) {
        return !terms.name().isBlank()
                && terms.denomination().map(money -> money.faceMinor() > 0).orElse(true)
                && areUnitsSound(terms.units())
                && isBackingSound(terms)
                && switch (terms.entitlement()) {
                    case Entitlement.FixedCoupon coupon ->
                        isPaySound(coupon.pay()) && coupon.pay().rateE8() > 0;
                    case Entitlement.FixedRental rental -> isPaySound(rental.pay());
                    case Entitlement.Goods goods ->
                        goods.scale() >= 0 && goods.scale() <= CreateReserve.SCALE_MAX && goods.amountPerToken() > 0;
                    case Entitlement.Discount discount -> true;
                    case Entitlement.AsDocumented other -> true;
                };
    }

    private static boolean areUnitsSound(UnitLimits units) {
        return units.authorised() > 0
                && units.minimum() > 0
                && units.multiple() > 0
                && units.minimum() % units.multiple() == 0
                && units.authorised() >= units.minimum()
                && units.authorised() % units.multiple() == 0;
    }

    private static boolean isPaySound(PeriodicPay pay) {
        return pay.rateE8() >= 0
                && pay.rateE8() <= PeriodicPay.RATE_MAX_E8
                && pay.recordDaysBefore() >= 0
                && pay.recordDaysBefore() <= PeriodicPay.RECORD_DAYS_BEFORE_MAX;
    }

    /** Who vouches is said for instruments that are not native, and for no others. Only goods and other assets are physical. */
    private static boolean isBackingSound(InstrumentTerms terms) {
        boolean mayBeInStore = switch (terms.ofClass()) {
            case BILL, BOND, SUKUK -> false;
            case RESERVE, OTHER -> true;
        };
        return (mayBeInStore || terms.registerMode() != RegisterMode.PHYSICAL)
                && terms.backing().isPresent() == (terms.registerMode() != RegisterMode.NATIVE)
                && terms.backing().map(TermsRules::isDemandSound).orElse(true);
    }

    private static boolean isDemandSound(BackingDemand demand) {
        return demand.attestors() >= 1
                && demand.attestors() <= BackingDemand.ATTESTORS_MAX
                && demand.hoursMax() >= 1
                && demand.hoursMax() <= BackingDemand.HOURS_MAX;
    }

    static void unit(InstrumentTerms terms, Findings findings) {
        if (terms.entitlement() instanceof Entitlement.Goods goods) {
            findings.demand(MeasureUnits.has(goods.unit()), UNIT_UNKNOWN);
        }
    }

    /** Whether all of it at its face value, or all the goods behind it, fit into 63 bits. Expects sound figures. */
    static boolean isCountable(InstrumentTerms terms) {
        long ofOne = switch (terms.entitlement()) {
            case Entitlement.Goods goods -> goods.amountPerToken();
            default -> terms.denomination().map(money -> money.faceMinor()).orElse(1L);
        };
        return ofOne <= Long.MAX_VALUE / terms.units().authorised();
    }
}
