package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Says how much the keys that sign for the sender must weigh together. With a threshold of 2 and keys of weight 1, two people of "
                + "the same organisation must sign everything.")
@Says("the keys that sign for the sender must weigh {threshold} together, from now on")
public record SetKeyThreshold(
        @Whole(min = 1, max = Integer.MAX_VALUE) @Means("no more than its eight heaviest keys weigh")
        int threshold) implements KeyOperation {}
