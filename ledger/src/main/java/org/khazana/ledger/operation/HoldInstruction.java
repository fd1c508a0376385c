package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Keeps an instruction from settling until the sender releases it. Signed by one who must affirm it.")
@Says("hold the instruction {instruction}")
public record HoldInstruction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long instruction) implements InstructionOperation {}
