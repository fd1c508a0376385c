package org.khazana.ledger.operation;

import org.khazana.ledger.form.Instant;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

@Means(
        "Proposes to undo what an instruction has settled, by a new one with its legs turned round; the first is never changed. "
                + "Signed as the policy demands: by a registrar, unless the governors say otherwise. It settles when all who had "
                + "affirmed the first, and all who must give now, have affirmed it.")
@Says({"propose to reverse the instruction {reversed} by the instruction {instruction}", "it lapses at {expiresAt}"})
public record ReverseSettlement(
        @Whole(min = 1, max = Long.MAX_VALUE) @Means("a number that no instruction has")
        long instruction,

        @Whole(min = 1, max = Long.MAX_VALUE) @Means("the one that has settled")
        long reversed,

        @Instant @Means("from then on it cannot settle; at most 30 days ahead unless the governors say otherwise")
        long expiresAt)
        implements InstructionOperation {}
