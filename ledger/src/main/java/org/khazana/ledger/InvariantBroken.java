package org.khazana.ledger;

/**
 * Something that must always hold does not: a bug. Whoever decides a transaction catches it, drops the transaction's effects and
 * stops all business; everywhere else it ends the process.
 */
public final class InvariantBroken extends IllegalStateException {
    private static final long serialVersionUID = 1;

    InvariantBroken(String sentence) {
        super("invariant broken: " + sentence);
    }
}
