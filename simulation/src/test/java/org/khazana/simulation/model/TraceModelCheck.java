package org.khazana.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.simulation.planted.PlantedCode;

/**
 * What the core does, the model can do: runs of the simulator are explained line by line. Runs with {@code -Ptla} only.
 * {@code -Dtraces=N} says how many runs, {@code -Dtraces.seed=S} repeats one.
 */
class TraceModelCheck {
    private static final int TRACES = Integer.getInteger("traces", 60);
    private static final long FIRST_SEED = new SecureRandom().nextInt(1_000_000_000);

    private static final int FALSIFIED_RUNS = 24;
    private static final int PLANTED_RUNS = 12;
    private static final int PLANTED_BATCHES = 5;

    @TempDir
    private Path workFolder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void theModelExplainsRunsOfTheCore(int shape) {
        List<RecordedRun> runs = seeds().filter(seed -> Math.floorMod(seed, RecordedRun.SHAPES) == shape)
                .mapToObj(RecordedRun::play)
                .toList();
        if (runs.isEmpty()) {
            return;
        }

        TraceCheck.Result result = new TraceCheck(workFolder).check(runs);

        report(result);
        assertThat(result.objection()).isEmpty();
    }

    /** A check that accepts everything proves nothing. */
    @Test
    void theModelDoesNotExplainWhatWasFalsified() {
        List<RecordedRun> runs = LongStream.range(0, FALSIFIED_RUNS)
                .map(number -> number * RecordedRun.SHAPES + RecordedRun.SHAPE_OF_THREE)
                .mapToObj(RecordedRun::play)
                .toList();
        List<RecordedRun> all = new ArrayList<>(runs);
        Map<Integer, Corruption> falsified = new TreeMap<>();
        for (Corruption corruption : Corruption.values()) {
            runs.stream()
                    .flatMap(run -> corruption.in(run.lines()).map(run::with).stream())
                    .limit(2)
                    .forEach(run -> {
                        falsified.put(all.size(), corruption);
                        all.add(run);
                    });
        }

        TraceCheck.Result result = new TraceCheck(workFolder).check(all);

        report(result);
        assertThat(result.answer().isComplete()).as(result.answer().output()).isTrue();
        assertThat(falsified.values()).contains(Corruption.values());
        for (int at = 0; at < all.size(); at++) {
            assertThat(result.isExplained(at))
                    .as("run of seed %d, falsified by %s", all.get(at).seed(), falsified.get(at))
                    .isEqualTo(!falsified.containsKey(at));
            assertThat(result.explained().get(at))
                    .as("all before the false line is explained, %s", falsified.get(at))
                    .isGreaterThanOrEqualTo(
                            falsified.containsKey(at) ? all.get(at).lines().size() - 1 : 0);
        }
    }

    /**
     * The simulator looks away in these runs, so it is the model alone that objects. Where the likely seed no longer shows the
     * bug, others are searched.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "/model/planted.csv", numLinesToSkip = 1)
    void theModelDoesNotExplainRunsOfACoreWithABug(String bug, long likelySeed) {
        BiFunction<Path, List<Long>, String> traces = load(PlantedCode.unwatched(bug));

        String objection = traces.apply(workFolder, List.of(likelySeed));
        for (int batch = 0; batch < PLANTED_BATCHES && objection.isEmpty(); batch++) {
            objection = traces.apply(workFolder, plantedSeeds(batch));
        }

        System.out.println(bug + ": " + objection.lines().findFirst().orElse("NOT FOUND"));
        assertThat(objection).startsWith(TraceCheck.UNEXPLAINED);
    }

    /** So what is found there is found because of the bugs. */
    @Test
    void theModelExplainsTheSameRunsWithoutABug() {
        BiFunction<Path, List<Long>, String> traces = load(PlantedCode.unwatched());

        assertThat(traces.apply(workFolder, plantedSeeds(0))).isEmpty();
    }

    private static List<Long> plantedSeeds(int batch) {
        long first = (long) batch * PLANTED_RUNS;
        return LongStream.range(first, first + PLANTED_RUNS)
                .map(number -> number * RecordedRun.SHAPES + RecordedRun.SHAPE_WITH_GROUP)
                .boxed()
                .toList();
    }

    @SuppressWarnings("unchecked") // both sides of the class loaders agree on these types
    private static BiFunction<Path, List<Long>, String> load(PlantedCode code) {
        return (BiFunction<Path, List<Long>, String>) code.create(PlantedTraces.class);
    }

    private static LongStream seeds() {
        Long only = Long.getLong("traces.seed");
        return only == null ? LongStream.range(FIRST_SEED, FIRST_SEED + TRACES) : LongStream.of(only);
    }

    private static void report(TraceCheck.Result result) {
        List<RecordedRun> runs = result.runs();
        System.out.printf(
                Locale.ROOT,
                "traces: seeds %d to %d, %d lines, %s states, %d s%n",
                runs.getFirst().seed(),
                runs.getLast().seed(),
                runs.stream().mapToInt(run -> run.lines().size()).sum(),
                result.answer().distinctStates(),
                result.answer().seconds());
    }
}
