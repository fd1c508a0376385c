package org.khazana.simulation.world;

import org.khazana.simulation.cluster.Reaction;

/**
 * A power loss that waits for the worst moment: in the middle of a step's effects.
 *
 * @param atVote strikes only where term or vote change, else at any step that writes or speaks
 * @param afterMessages so many messages of the step still leave
 */
record ArmedCrash(boolean atVote, int afterMessages) {
    boolean strikesAt(Reaction reaction) {
        return atVote
                ? reaction.effects()
                        .write()
                        .flatMap(write -> write.termAndVote())
                        .isPresent()
                : reaction.effects().write().isPresent() || !reaction.leaving().isEmpty();
    }
}
