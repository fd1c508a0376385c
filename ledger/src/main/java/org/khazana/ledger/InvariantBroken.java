package org.khazana.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that must always hold does not: a bug. Whoever decides a transaction catches it, drops the transaction's effects and
 * stops all business; everywhere else it ends the process.
 */
public final class InvariantBroken extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final Pattern NUMBERED = Pattern.compile("(I[0-9]+): .*", Pattern.DOTALL);

    private final String name;

    InvariantBroken(String sentence) {
        super("invariant broken: " + sentence);
        Matcher numbered = NUMBERED.matcher(sentence);
        this.name = numbered.matches() ? "invariant " + numbered.group(1) : "invariant";
    }

    /** The number under which {@code docs/invariants.md} lists it, as "invariant I8"; only "invariant" for what has none. */
    public String invariant() {
        return name;
    }
}
