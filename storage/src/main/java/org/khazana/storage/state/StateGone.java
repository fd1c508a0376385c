package org.khazana.storage.state;

/** A state is asked for that is not held any more: it was let go of, or exchanged for another, or the store is closed. */
public final class StateGone extends RuntimeException {
    public StateGone(String sentence) {
        super(sentence);
    }
}
