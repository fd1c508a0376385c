package org.khazana.ledger.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * After a state was taken over, the heads between what a validator had signed and that state are missing; and until it has seen that
 * the one leads to the other it must not sign (see {@link SigningRule}). They are learned from the top down: each is known by the hash
 * that the one above it names, whoever tells it.
 */
public final class HeadsBetween {
    private HeadsBetween() {}

    /** Heights of which the heads are wanted, both ends included. */
    public record Range(long first, long last) {}

    /**
     * What is to be asked for next.
     *
     * @param most so many heights at once
     * @return empty if nothing is missing
     */
    public static Optional<Range> wanted(Optional<SigningRecord> record, KnownHeads own, int most) {
        return record.flatMap(signed -> own.firstFrom(signed.height())
                .filter(lowest -> lowest.height() > signed.height())
                .map(lowest -> new Range(Math.max(signed.height(), lowest.height() - most), lowest.height() - 1)));
    }

    /** Takes heads, the highest first, as far as they belong to the history of {@code own}; whether any did. */
    public static boolean learn(List<Head> told, KnownHeads own) {
        boolean isNearer = false;
        for (Head head : told) {
            boolean isNamed = own.head(head.height()).isEmpty()
                    && own.head(head.height() + 1)
                            .filter(above -> above.follows(head))
                            .isPresent();
            if (isNamed) {
                own.keep(head);
                isNearer = true;
            }
        }
        return isNearer;
    }

    /** What can be told of a range to one that asks, the highest first and at most {@code most}. */
    public static List<Head> answer(Range wanted, KnownHeads own, int most) {
        List<Head> found = new ArrayList<>();
        for (long height = wanted.last();
                height >= wanted.first() && height >= 0 && wanted.last() - height < most;
                height--) {
            own.head(height).ifPresent(found::add);
        }
        return found;
    }
}
