package org.khazana.simulation.linearizability;

/** What became of a check. */
public sealed interface Verdict {

    /**
     * There is an order that explains everything.
     *
     * @param steps calls placed to find it, wrong attempts included
     */
    record Linearizable(long steps) implements Verdict {}

    /** No order explains what clients of one key were told. */
    record NotLinearizable(Contradiction contradiction) implements Verdict {}

    /**
     * Neither an order was found nor that there is none: no reason to be content.
     *
     * @param key of the object whose search was given up
     * @param steps calls placed when it was given up
     */
    record Undecided(String key, long steps) implements Verdict {}
}
