package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Gives notice that the beneficiary will take the units, since the debt was not paid. Signed by the beneficiary.")
@Says("notice that pledge {pledge} will be enforced")
public record CallPledge(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("which one")
        long pledge) implements PledgeOperation {}
