package org.khazana.ledger.proof;

import java.util.List;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;

/**
 * What makes one head believed by somebody who trusts nothing but the genesis: it is certified, or heads lead from it up to one that is; and
 * steps lead from the founders to those who have certified it. Says nothing by itself: {@link TestimonyVerifier} checks it.
 *
 * @param steps from the genesis on; may go on beyond the epoch of the certificate
 * @param heads from the wanted one, included, up to the certified one, left out; each is named by the next. None if the certificate is of
 *     the wanted head itself
 */
public record Testimony(List<AppointmentStep> steps, List<Head> heads, Certificate certificate) {
    /** Most steps from the genesis to the newest validators. */
    public static final int STEPS_MAX = 64;

    /** Most heads between what is proved and its certificate. */
    public static final int HEADS_MAX = 1_024;

    /** @throws IllegalArgumentException if there are too many steps or heads; whether they fit together is not asked here */
    public Testimony {
        steps = List.copyOf(steps);
        heads = List.copyOf(heads);
        if (steps.size() > STEPS_MAX) {
            throw new IllegalArgumentException("a proof has at most " + STEPS_MAX + " steps, not " + steps.size());
        }
        if (heads.size() > HEADS_MAX) {
            throw new IllegalArgumentException("a proof has at most " + HEADS_MAX + " heads, not " + heads.size());
        }
    }

    /** What is said to be the head of the block or the state that something is proved of. */
    public Head wanted() {
        return heads.isEmpty() ? certificate.head() : heads.getFirst();
    }
}
