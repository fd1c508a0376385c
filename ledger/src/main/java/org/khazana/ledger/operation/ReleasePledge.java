package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Gives up a pledge or lien: the units are free. Signed by the beneficiary.")
@Says("release pledge {pledge}")
public record ReleasePledge(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("which one")
        long pledge) implements PledgeOperation {}
