package org.khazana.api.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one request, so that the caller sees all of it at once. Used by one thread. */
public final class Mistakes {
    /** Beyond this many nobody reads on, and the answer must stay small. */
    public static final int MISTAKES_MAX = 50;

    private final List<Mistake> found = new ArrayList<>();

    /** Notes a mistake, unless one is known at the same place: a second one there only follows from the first. */
    public void add(Mistake mistake) {
        boolean isNews = found.stream().noneMatch(known -> known.pointer().equals(mistake.pointer()));
        if (isNews && found.size() < MISTAKES_MAX) {
            found.add(mistake);
        }
    }

    /**
     * Ends the reading of a request that has mistakes.
     *
     * @throws InvalidRequest when anything was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidRequest(found);
        }
    }
}
