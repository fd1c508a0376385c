package org.khazana.ledger.execution;

import org.khazana.ledger.operation.AdvanceBusinessDay;
import org.khazana.ledger.operation.TimeOperation;
import org.khazana.ledger.operation.UpdateCalendar;
import org.khazana.ledger.rules.TimeRules;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.CashClose;
import org.khazana.ledger.state.DayMark;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.SettlementTables;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.time.DayKind;

/** Carries out what changes the calendar and the business day. */
final class BusinessDays {
    private BusinessDays() {}

    static void perform(TimeOperation operation, Performance performance) {
        switch (operation) {
            case UpdateCalendar update -> update(update, performance);
            case AdvanceBusinessDay advance -> advance(advance, performance);
        }
    }

    private static void update(UpdateCalendar update, Performance performance) {
        TimeRules.judge(update, performance.circumstances(), performance.findings());
        for (long day = update.firstDay();
                day <= update.lastDay() && performance.findings().areNone();
                day++) {
            performance
                    .ledger()
                    .apply(
                            update.kind() == DayKind.AS_THE_WEEK
                                    ? Tables.CALENDAR.removal(day)
                                    : Tables.CALENDAR.put(new DayMark(day, update.kind())));
        }
    }

    private static void advance(AdvanceBusinessDay advance, Performance performance) {
        TimeRules.judge(advance, performance.circumstances(), performance.findings());
        if (performance.findings().areNone()) {
            LedgerOverlay ledger = performance.ledger();
            ledger.businessTime().day().ifPresent(ended -> close(ended, ledger));
            ledger.apply(Tables.BUSINESS_TIME.put(ledger.businessTime().opened(advance.day())));
        }
    }

    private static void close(int day, LedgerOverlay ledger) {
        for (Asset currency : ledger.currencies()) {
            ledger.apply(
                    SettlementTables.CASH_CLOSES.put(new CashClose(currency.code(), day, currency.outstandingUnits())));
        }
    }
}
