package org.khazana.ledger.statetree;

import java.util.stream.IntStream;

/** Proofs from the trees of {@link History}, whose values are known. */
final class StateProofs {
    private StateProofs() {}

    static StateProof of(PageReads reads, StateRoot root, StatePath path) {
        StatePlace place = StateTree.find(reads, root, path);
        return place.entry().isEmpty()
                ? place.ofAbsence()
                : IntStream.range(0, 3)
                        .mapToObj(History::value)
                        .filter(place::holds)
                        .findFirst()
                        .map(place::ofPresence)
                        .orElseThrow();
    }
}
