package org.khazana.ledger.operation;

import org.khazana.ledger.form.Day;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.time.DayKind;

@Means(
        "Says for some days that are to come whether they are business days. Signed as the policy demands: by a registrar and the "
                + "issuer, unless the governors say otherwise.")
@Says("the days from {firstDay} to {lastDay} are {kind}")
public record UpdateCalendar(
        @Day @Means("after the present business day") int firstDay,
        @Day @Means("the same, or up to 30 days later") int lastDay,

        @Means("AS_THE_WEEK takes back what was said about them")
        DayKind kind)
        implements TimeOperation {
    /** In one operation. */
    public static final int DAYS_MAX = 31;
}
