package org.khazana.simulation.world;

import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** A run in which a property was violated, with all that is needed to see it again. */
public final class RunFailure extends AssertionError {
    private final long seed;
    private final Property property;

    RunFailure(long seed, String simulation, Swarm swarm, PropertyViolation violation, Trace trace) {
        super(
                """
                seed %d: %s

                %s
                run: %s
                see it again: mvn %s -Dsurefire.failIfNoSpecifiedTests=false -Dseed=%d
                  (-Dreplay.events=1000, or all, tells more of it; docs/replay.md explains the chart)
                then: find out why, mend it, tell it as a unit test or a transcript where it can be told as one, and keep
                the seed in simulation/src/test/resources/regression-seeds.txt by the line
                  %d %s: what was wrong, and the commit that mended it
                """.formatted(
                                seed,
                                violation.getMessage(),
                                trace.chart(),
                                swarm,
                                simulation,
                                seed,
                                seed,
                                violation.property()),
                violation);
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
