package org.khazana.ledger.state;

import java.util.Comparator;
import org.khazana.ledger.claim.EncumbranceId;

/** A position and an encumbrance on it; ordered by position, then encumbrance. */
public record EncumbranceOfPosition(PositionKey position, EncumbranceId encumbrance)
        implements Comparable<EncumbranceOfPosition> {
    private static final Comparator<EncumbranceOfPosition> ORDER =
            Comparator.comparing(EncumbranceOfPosition::position).thenComparing(EncumbranceOfPosition::encumbrance);

    static EncumbranceOfPosition of(Encumbrance encumbrance) {
        return new EncumbranceOfPosition(new PositionKey(encumbrance.account(), encumbrance.asset()), encumbrance.id());
    }

    /** Not after any of that position. */
    static EncumbranceOfPosition first(PositionKey position) {
        return new EncumbranceOfPosition(position, EncumbranceId.LEAST);
    }

    @Override
    public int compareTo(EncumbranceOfPosition other) {
        return ORDER.compare(this, other);
    }
}
