package org.khazana.simulation.finality;

/**
 * What is wrong with a member.
 *
 * @param signsTwice whether it signs heads that it makes up beside those it has come to
 * @param wrongFrom lowest height of which it comes to another state than it should
 * @param flippedAt height of which it comes to another state the first time that it is executed, as from a flipped bit; 0 for none
 */
public record Lie(boolean signsTwice, long wrongFrom, long flippedAt) {
    public static final Lie NONE = new Lie(false, Long.MAX_VALUE, 0);

    public boolean executesWrongly() {
        return wrongFrom < Long.MAX_VALUE || flippedAt > 0;
    }
}
