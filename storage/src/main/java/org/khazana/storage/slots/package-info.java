/**
 * Small files that are never older than what their writer has said: each change is kept twice before anybody hears of it.
 *
 * <p>{@link org.khazana.storage.slots.DualSlotFile} says how the two copies are read. The usual remedy for a copy that decayed is a
 * third one somewhere else, which then decides whether the copy that is left is the older one. Here the copy that is left is never
 * the older one, so that no third one is needed, and one decides even while everything else is damaged too. The price is a second
 * sync for each change.
 */
@NullMarked
package org.khazana.storage.slots;

import org.jspecify.annotations.NullMarked;
