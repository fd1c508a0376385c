package org.khazana.simulation.planted;

import java.util.List;
import java.util.Set;

/**
 * One bug.
 *
 * @param name unique
 * @param catalogue its number in the list that the catalogue goes by, or a dash for what that does not have
 * @param sentence what is wrong
 * @param finds words of which one must be said when the bug is found: a violated property of consensus, or an invariant of the ledger
 * @param within so many seeds, from 1 on
 */
record PlantedBug(
        String name, String catalogue, String sentence, List<SourceChange> changes, Set<String> finds, int within) {}
