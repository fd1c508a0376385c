package org.khazana.node.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void allAreKeptAsLongAsThereIsRoom() {
        assertThat(sampleOf(4).kept()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void whatIsKeptIsEvenlyChosenHoweverManyAreAdded() {
        for (int added = 5; added < 200; added++) {
            Sample<Integer> sample = sampleOf(added);

            List<Integer> kept = sample.kept();
            int step = kept.get(1) - kept.get(0);
            assertThat(sample.added()).isEqualTo(added);
            assertThat(kept).hasSizeBetween(2, 4).hasSize(Math.ceilDiv(added, step));
            assertThat(kept)
                    .isEqualTo(IntStream.range(0, kept.size())
                            .map(i -> i * step)
                            .boxed()
                            .toList());
        }
    }

    private static Sample<Integer> sampleOf(int added) {
        Sample<Integer> sample = new Sample<>(4);
        for (int i = 0; i < added; i++) {
            sample.add(i);
        }
        return sample;
    }
}
