package org.khazana.simulation.planted;

import java.util.List;
import java.util.Set;
import org.khazana.simulation.property.Property;

/**
 * One bug.
 *
 * @param name unique
 * @param catalogue its number in appendix A of the consensus reference, or a dash for what that does not list
 * @param sentence what is wrong
 * @param finds properties of which one must be violated
 * @param within so many seeds, from 1 on
 */
record PlantedBug(
        String name, String catalogue, String sentence, List<SourceChange> changes, Set<Property> finds, int within) {}
