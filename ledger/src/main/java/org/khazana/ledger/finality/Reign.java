package org.khazana.ledger.finality;

import java.util.Optional;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * The heights that one set of validators could certify.
 *
 * @param first lowest height
 * @param last the head of the block that appointed the next set, by which the reign ended; empty for the newest known
 */
record Reign(ValidatorSet set, long first, Optional<Head> last) {

    /** Why this set cannot have certified {@code head} honestly; empty if it can. */
    Optional<String> doubt(Head head) {
        if (head.height() < first) {
            return Optional.of("the validators of epoch " + set.epoch() + " decide from height " + first
                    + " on, and the certificate is of height " + head.height());
        }
        if (last.isEmpty() || head.height() < last.get().height()) {
            return Optional.empty();
        }
        if (head.height() > last.get().height()) {
            return Optional.of("the validators of epoch " + set.epoch() + " were replaced at height "
                    + last.get().height() + ", and the certificate is of height " + head.height());
        }
        return head.equals(last.get())
                ? Optional.empty()
                : Optional.of("the validators of epoch " + set.epoch() + " were replaced by another head of height "
                        + head.height());
    }
}
