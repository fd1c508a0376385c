package org.khazana.ledger.operation;

import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;

@Means(
        "Opens the next business day. From then on it is the day that counts for maturities. Signed as the policy demands: by an "
                + "operator, unless the governors say otherwise.")
@Says("open the business day {day}")
public record AdvanceBusinessDay(
        @Day @Means("the next business day of the calendar, and not in the future")
        int day) implements TimeOperation {}
