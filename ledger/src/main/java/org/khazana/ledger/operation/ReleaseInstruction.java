package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Takes back what the sender has said with holdInstruction.")
@Says("release the instruction {instruction}")
public record ReleaseInstruction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long instruction) implements InstructionOperation {}
