package org.khazana.ledger.refusal;

import java.util.Optional;

/**
 * A refusal and, for {@link RefusalCode#LEG_REFUSED}, which leg and why.
 *
 * @param leg counted from 1
 */
public record Refusal(RefusalCode code, Optional<LegRefusal> leg) {
    /**
     * Why one leg is refused.
     *
     * @param number counted from 1
     */
    public record LegRefusal(int number, RefusalCode code) {}

    public static Refusal of(RefusalCode code) {
        return new Refusal(code, Optional.empty());
    }

    public static Refusal ofLeg(int number, RefusalCode code) {
        return new Refusal(RefusalCode.LEG_REFUSED, Optional.of(new LegRefusal(number, code)));
    }
}
