package org.khazana.ledger.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against sets of single serials. */
class SerialSetTest {
    private static final int SERIALS = 60;

    private static List<SerialRange> ranges(SplittableRandom random) {
        List<SerialRange> ranges = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            ranges.add(range(random));
        }
        return ranges;
    }

    private static SerialRange range(SplittableRandom random) {
        return new SerialRange(1 + random.nextInt(SERIALS), 1 + random.nextInt(9));
    }

    private static SortedSet<Long> single(List<SerialRange> ranges) {
        return ranges.stream()
                .flatMap(range -> LongStream.range(range.first(), range.end()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<Long> single(SerialSet set) {
        return single(set.ranges());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void doesWhatSetsOfSingleSerialsDo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            List<SerialRange> some = ranges(random);
            SerialSet one = SerialSet.of(some);
            SerialSet other = SerialSet.of(ranges(random));
            SerialRange part = range(random);

            SortedSet<Long> common = single(one);
            common.retainAll(single(List.of(part)));
            SortedSet<Long> left = single(one);
            left.removeAll(single(other));
            SortedSet<Long> both = single(one);
            both.addAll(single(other));

            assertThat(single(one)).isEqualTo(single(some));
            assertThat(one.count()).isEqualTo(single(some).size());
            assertThat(one.end()).isEqualTo(some.isEmpty() ? 1 : single(some).last() + 1);
            assertThat(single(one.within(part))).isEqualTo(common);
            assertThat(one.overlaps(part)).isEqualTo(!common.isEmpty());
            assertThat(single(one.without(other))).isEqualTo(left);
            assertThat(single(one.with(other))).isEqualTo(both);
        }
    }

    @Test
    void reachesToTheLastSerialThatCanBeCounted() {
        SerialRange all = new SerialRange(1, Long.MAX_VALUE - 1);
        SerialSet set = SerialSet.of(List.of(all, new SerialRange(7, Long.MAX_VALUE - 7)));

        assertThat(set.ranges()).containsExactly(all);
        assertThat(set.without(SerialSet.of(List.of(new SerialRange(2, 5)))).count())
                .isEqualTo(Long.MAX_VALUE - 6);
        assertThat(set.overlaps(new SerialRange(Long.MAX_VALUE - 1, 1))).isTrue();
    }

    /** So two sets are equal when their serials are. */
    @Test
    void hasOneFormOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialSet(List.of(new SerialRange(1, 0))));
        assertThatIllegalArgumentException().isThrownBy(() -> new SerialSet(List.of(new SerialRange(0, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialSet(List.of(new SerialRange(1, 2), new SerialRange(3, 2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialSet(List.of(new SerialRange(5, 2), new SerialRange(1, 2))));
    }
}
