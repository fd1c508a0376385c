package org.khazana.ledger.state;

import java.util.Optional;

/**
 * Which rules hold.
 *
 * @param version that held when the next one was decided
 * @param next decided by the governors; holds once its block is reached
 */
public record Protocol(int version, Optional<Next> next) {
    /** The newest version that this release knows. */
    public static final int KNOWN = 1;

    /** Before the governors decided anything. */
    public static final Protocol FIRST = new Protocol(1, Optional.empty());

    /** A version and the height from which on it holds. */
    public record Next(int version, long height) {}

    /** The version whose rules hold for the block of that height. */
    public int at(long height) {
        return next.filter(upcoming -> height >= upcoming.height())
                .map(Next::version)
                .orElse(version);
    }
}
