package org.khazana.ledger.rules;

import static org.khazana.ledger.refusal.RefusalCode.BUSINESS_DAY_NOT_NEXT;
import static org.khazana.ledger.refusal.RefusalCode.BUSINESS_DAY_NOT_REACHED;
import static org.khazana.ledger.refusal.RefusalCode.CALENDAR_DAYS_INVALID;
import static org.khazana.ledger.refusal.RefusalCode.CALENDAR_DAY_PASSED;
import static org.khazana.ledger.refusal.RefusalCode.CASH_NOT_ATTESTED;

import java.util.Optional;
import org.khazana.ledger.authority.Parameter;
import org.khazana.ledger.operation.AdvanceBusinessDay;
import org.khazana.ledger.operation.UpdateCalendar;
import org.khazana.ledger.state.BusinessCalendar;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.time.BusinessTime;

/** Which day it is for business, and which days are business days. */
public final class TimeRules {
    private TimeRules() {}

    /**
     * Order: the policy; the last day before the first one, or too many; not all to come. A day that was opened, or went by, stays
     * what it was.
     */
    public static void judge(UpdateCalendar update, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(update, circumstances, findings);
        long days = (long) update.lastDay() - update.firstDay() + 1;
        findings.demand(days >= 1 && days <= UpdateCalendar.DAYS_MAX, CALENDAR_DAYS_INVALID);
        findings.demand(update.firstDay() > circumstances.day(), CALENDAR_DAY_PASSED);
    }

    /** Order: the policy; not the next business day; the local clock has not reached it; the day that would end is not closed. */
    public static void judge(AdvanceBusinessDay advance, Circumstances circumstances, Findings findings) {
        PolicyRules.judge(advance, circumstances, findings);
        BusinessTime time = circumstances.view().businessTime();
        long localDay = time.localDay(circumstances.blockTimeMillis());
        int from = time.day().map(day -> day + 1).orElse(Math.toIntExact(localDay));
        Optional<Integer> next = new BusinessCalendar(circumstances.view()).firstFrom(from);
        findings.demand(next.filter(day -> day == advance.day()).isPresent(), BUSINESS_DAY_NOT_NEXT);
        findings.demand(advance.day() <= localDay, BUSINESS_DAY_NOT_REACHED);
        findings.demand(
                time.day().map(day -> isClosed(day, circumstances.view())).orElse(true), CASH_NOT_ATTESTED);
    }

    /** Whether all money there is was attested lately enough for that day to end, if the governors demand it. */
    private static boolean isClosed(int day, LedgerView view) {
        long days = view.figure(Parameter.CASH_ATTESTATION_DAYS);
        return days == 0
                || view.currencies().stream()
                        .filter(currency -> currency.outstandingUnits() > 0)
                        .allMatch(currency -> view.cashAttestation(currency.code())
                                .filter(attestation -> attestation.asOfDay() > day - days)
                                .isPresent());
    }
}
