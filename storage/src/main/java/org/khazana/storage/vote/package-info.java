/**
 * Term, vote and whether entries were lost, kept twice across crashes. Depends on {@code consensus.log} and
 * {@code consensus.port}.
 *
 * <p>A change is durable in both slots before anybody hears of it; {@link org.khazana.storage.vote.DualSlotVoteFile} says
 * how the two are read. The usual remedy for a slot that decayed is a third copy of the vote in the log, which then
 * decides whether the slot that is left is the older one. Here the slot that is left is never the older one, so that no
 * third copy is needed, and one slot decides even while the log is damaged too. The price is a second sync for each
 * change of term or vote, which are rare.
 */
@NullMarked
package org.khazana.storage.vote;

import org.jspecify.annotations.NullMarked;
