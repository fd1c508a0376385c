package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Agrees to an instruction, as one who must sign for an account in it. The last affirmation settles it in the same transaction, if its day has come and nobody holds it.")
@Says("affirm the instruction {instruction}")
public record AffirmInstruction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long instruction) implements InstructionOperation {}
