package org.khazana.ledger.claim;

import java.util.Comparator;
import org.khazana.ledger.form.Means;
import org.khazana.ledger.form.Says;
import org.khazana.ledger.form.Whole;

/**
 * Names an encumbrance by what it belongs to, so that no two kinds can take each other's numbers.
 *
 * @param number of the pledge, or of whatever else makes it; positive
 * @param part counted from 1: an instruction has one for each leg that names tokens, and one for each position that gives others, named by
 *     the first leg that does; a pledge has a new one with each substitution
 */
@Says("{kind}-{number}-{part}")
public record EncumbranceId(
        @Means("what it is for") EncumbranceKind kind,

        @Whole(min = 1, max = Long.MAX_VALUE) @Means("of the pledge, or of what else has made it")
        long number,

        @Whole(min = 1, max = Integer.MAX_VALUE) @Means("counted from 1: a pledge has a new one with each substitution")
        int part)
        implements Comparable<EncumbranceId> {
    /** Before any other. */
    public static final EncumbranceId LEAST =
            new EncumbranceId(EncumbranceKind.SETTLEMENT, Long.MIN_VALUE, Integer.MIN_VALUE);

    private static final Comparator<EncumbranceId> ORDER = Comparator.comparing(EncumbranceId::kind)
            .thenComparingLong(EncumbranceId::number)
            .thenComparingInt(EncumbranceId::part);

    @Override
    public int compareTo(EncumbranceId other) {
        return ORDER.compare(this, other);
    }

    /** Such as {@code PLEDGE-17-1}. */
    @Override
    public String toString() {
        return kind + "-" + number + "-" + part;
    }
}
