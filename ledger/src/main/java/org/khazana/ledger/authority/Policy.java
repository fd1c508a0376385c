package org.khazana.ledger.authority;

import java.util.List;

/**
 * Who must agree before an operation is carried out. Every party counts for one voice only, so two voices are two
 * organisations.
 *
 * @param operation its name, such as {@code issueTokens}
 * @param voices 1 to {@link #VOICES_MAX}; the sender is one of those who make the first
 */
public record Policy(String operation, List<Voice> voices) {
    public static final int VOICES_MAX = 4;
    /** Most parties whose agreement a policy may need; with a motion they need not fit into one envelope. */
    public static final int AGREEING_MAX = 32;

    public static final int OPERATION_LENGTH_MAX = 32;

    public Policy {
        voices = List.copyOf(voices);
    }
}
