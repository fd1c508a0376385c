package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;
import org.khazana.ledger.time.DueKind;

@Means(
        "Does work that is due, a number of records at a time, oldest first. Each record stands for itself: an instruction that "
                + "cannot settle is passed over until the next business day, and its reason is kept. Signed as the policy demands: by an "
                + "operator, unless the governors say otherwise.")
@Says("do work that is due: {kind}, at most {records}, after the {cursor} done so far")
public record RunDueWork(
        @Means("which work") DueKind kind,

        @Whole(min = 0, max = Long.MAX_VALUE) @Means("how many records of this kind the network has done so far")
        long cursor,

        @Whole(min = 1, max = WorkOperation.RECORDS_MAX)
        @Means(
                "how many to take up at most; of instructions to settle no more than 50, and fewer once they move many ranges of serials")
        int records)
        implements WorkOperation {}
