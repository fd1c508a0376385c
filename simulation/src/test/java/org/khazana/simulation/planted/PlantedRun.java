package org.khazana.simulation.planted;

import java.util.function.LongFunction;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.world.RunFailure;
import org.khazana.simulation.world.SeededRun;

/** Plays one seed with the classes it was loaded with; speaks only in types that all class loaders share. */
public final class PlantedRun implements LongFunction<String> {
    /** The name of the violated property, a space and the message; empty when the run went well. */
    @Override
    public String apply(long seed) {
        try {
            SeededRun.play(seed, CoreFactory.real());
            return "";
        } catch (RunFailure failure) {
            return failure.property().name() + " " + failure.getMessage();
        }
    }
}
