package org.khazana.simulation.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker against histories that are right by construction, and against the definition taken literally. */
class RandomHistoryTest {
    private static final int SEEDS = 2_000;

    /** Few values and accounts, so that calls get into each other's way. */
    static Stream<Sample<?, ?, ?>> samples() {
        return Stream.of(Sample.registers(1, 3), Sample.accounts(1, 2));
    }

    @ParameterizedTest
    @MethodSource("samples")
    <S, A, R> void whatACorrectSystemShowsFits(Sample<S, A, R> sample) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Call<A, R>> calls =
                    RandomHistories.draw(sample, random, 2 + random.nextInt(4), 30, random.nextInt(15));

            assertThat(Linearizability.check(sample.model(), calls))
                    .as("seed %s", seed)
                    .isInstanceOf(Verdict.Linearizable.class);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    <S, A, R> void oneWrongAnswerIsFoundWheneverNoOrderExplainsIt(Sample<S, A, R> sample) {
        int contradictions = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Call<A, R>> calls = RandomHistories.draw(sample, random, 2 + random.nextInt(3), 7, random.nextInt(30));

            contradictions += judge(sample, withOneOtherAnswer(sample, calls, random), seed);
        }

        assertThat(contradictions).isBetween(SEEDS / 10, SEEDS * 9 / 10);
    }

    @ParameterizedTest
    @MethodSource("samples")
    <S, A, R> void answersAndTimesByChanceAreJudgedAsByTheDefinition(Sample<S, A, R> sample) {
        int contradictions = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Call<A, R>> calls = IntStream.range(0, 2 + random.nextInt(6))
                    .mapToObj(number -> callByChance(sample, random))
                    .toList();

            contradictions += judge(sample, calls, seed);
        }

        assertThat(contradictions).isBetween(SEEDS / 10, SEEDS * 9 / 10);
    }

    /** Times may be equal: then the calls overlap. */
    private static <S, A, R> Call<A, R> callByChance(Sample<S, A, R> sample, Random random) {
        A action = sample.actions().apply(random);
        long askedAt = random.nextInt(8);
        if (random.nextInt(3) == 0) {
            return new Call<>("somebody", askedAt, Call.NEVER, action, Optional.empty());
        }
        R outcome = anyOf(sample.outcomes().apply(action), random);
        return new Call<>("somebody", askedAt, askedAt + random.nextInt(8), action, Optional.of(outcome));
    }

    private static <S, A, R> List<Call<A, R>> withOneOtherAnswer(
            Sample<S, A, R> sample, List<Call<A, R>> calls, Random random) {
        List<Call<A, R>> changed = new ArrayList<>(calls);
        List<Call<A, R>> candidates = calls.stream()
                .filter(Call::isAnswered)
                .filter(call -> sample.outcomes().apply(call.action()).size() > 1)
                .toList();
        if (!candidates.isEmpty()) {
            Call<A, R> call = anyOf(candidates, random);
            R outcome = anyOf(sample.outcomes().apply(call.action()), random);
            changed.remove(call);
            changed.add(
                    new Call<>(call.client(), call.askedAt(), call.answeredAt(), call.action(), Optional.of(outcome)));
        }
        return changed;
    }

    private static <T> T anyOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** 1 if both find a contradiction, 0 if neither does. */
    private static <S, A, R> int judge(Sample<S, A, R> sample, List<Call<A, R>> calls, int seed) {
        boolean fits = new Permutations<>(sample.model(), calls).anyExplains();

        assertThat(Linearizability.check(sample.model(), calls))
                .as("seed %s: %s", seed, calls)
                .isInstanceOf(fits ? Verdict.Linearizable.class : Verdict.NotLinearizable.class);

        return fits ? 0 : 1;
    }
}
