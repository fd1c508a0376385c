package org.khazana.simulation.planted;

import java.util.function.LongFunction;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.world.RunFailure;
import org.khazana.simulation.world.SeededRun;

/** The same as {@link PlantedRun} where members sign what they execute. */
public final class PlantedSigningRun implements LongFunction<String> {
    @Override
    public String apply(long seed) {
        try {
            SeededRun.playSigning(seed, CoreFactory.real());
            return "";
        } catch (RunFailure failure) {
            return failure.property().name() + " " + failure.getMessage();
        }
    }
}
