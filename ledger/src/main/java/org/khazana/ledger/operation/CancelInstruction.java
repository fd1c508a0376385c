package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Gives an instruction up: by anybody named in it as long as somebody has not affirmed it, later by all who must affirm it, in one transaction or one after another.")
@Says("cancel the instruction {instruction}")
public record CancelInstruction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long instruction) implements InstructionOperation {}
