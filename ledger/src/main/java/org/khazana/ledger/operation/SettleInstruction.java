package org.khazana.ledger.operation;

import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means("Settles an instruction that all have affirmed and whose day has come. Anybody may ask for it.")
@Says("settle the instruction {instruction}")
public record SettleInstruction(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("its number")
        long instruction) implements InstructionOperation {}
