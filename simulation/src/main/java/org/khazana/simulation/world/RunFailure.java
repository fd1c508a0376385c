package org.khazana.simulation.world;

import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** A run in which a property was violated, with all that is needed to see it again. */
public final class RunFailure extends AssertionError {
    private final long seed;
    private final Property property;

    RunFailure(long seed, Swarm swarm, PropertyViolation violation, String diagram) {
        super("""
                seed %d: %s
                replay: mvn -pl simulation -am test -Dtest='ConsensusSimulation' -Dsurefire.failIfNoSpecifiedTests=false -Dseed=%d
                run: %s

                %s""".formatted(seed, violation.getMessage(), seed, swarm, diagram), violation);
        this.seed = seed;
        this.property = violation.property();
    }

    public long seed() {
        return seed;
    }

    public Property property() {
        return property;
    }
}
