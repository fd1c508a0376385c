package org.khazana.simulation.world;

import org.khazana.simulation.cluster.Reaction;

/**
 * A power loss that waits for the worst moment. That a write is issued and lost whole needs no moment of its own: losing
 * power later may leave just that.
 *
 * @param boundary between which two things it strikes
 * @param afterMessages of a step that it cuts short, so many messages still leave
 */
record ArmedCrash(Boundary boundary, int afterMessages) {
    /** Places where a member can die. */
    enum Boundary {
        /** In a step that changes term or vote. */
        AT_VOTE,
        /** In a step that writes or speaks. */
        AT_EFFECTS,
        /** A sync has completed, and the core does not know. */
        SYNCED,
        /** An entry is applied, and the core does not know. */
        APPLIED,
        /** A state is saved, or has been replaced by a fetched one, and the core does not know. */
        SAVED
    }

    boolean strikesAt(Reaction reaction) {
        return switch (boundary) {
            case AT_VOTE ->
                reaction.effects().write().flatMap(write -> write.hardState()).isPresent();
            case AT_EFFECTS ->
                reaction.effects().write().isPresent() || !reaction.leaving().isEmpty();
            case SYNCED, APPLIED, SAVED -> false;
        };
    }
}
