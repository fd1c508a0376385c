package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Carries out an order, wholly or in part: units move without their owner. Signed as the policy demands.")
@Says("by order {order}, take {units} units")
public record ForceTransfer(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("says from whom to whom, and what")
        long order,

        @Whole(min = 1, max = Long.MAX_VALUE)
        @Means("tokens, or minor units of a currency; no more than the order has left")
        long units)
        implements OrderOperation {}
