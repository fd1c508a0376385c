package org.khazana.simulation.model;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Records and checks runs with the classes that it was loaded with; speaks only in types that all class loaders share.
 * Answers with the story of a run that the model cannot explain; with nothing when it explains all.
 */
public final class PlantedTraces implements BiFunction<Path, List<Long>, String> {
    @Override
    public String apply(Path workFolder, List<Long> seeds) {
        List<RecordedRun> runs = seeds.stream().map(RecordedRun::play).toList();
        return new TraceCheck(workFolder).check(runs).objection().orElse("");
    }
}
