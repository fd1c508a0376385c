package org.khazana.storage.slots;

/**
 * One copy of what is kept.
 *
 * @param counter grows by one with each change
 */
record Slot<T>(long counter, T content) {}
