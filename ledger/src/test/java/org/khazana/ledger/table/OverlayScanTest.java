package org.khazana.ledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.table.Coins.COINS;
import static org.khazana.ledger.table.Coins.COLOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.table.Coins.Coin;
import org.khazana.ledger.table.Coins.Entry;

/** What is seen where much is erased, and how much is read for that. */
class OverlayScanTest {
    private static final int NUMBERS = 100;
    private static final int MANY = 1_000;
    private static final Entry LEAST = new Entry("red", 0);
    private static final Entry GREATEST = new Entry("red", MANY + 1);

    private final TablesInMemory bottom = new TablesInMemory();
    private final CountedReads counted = new CountedReads(bottom);
    private final TableOverlay overlay = new TableOverlay(counted);

    /** Overlays come and go on one that stays, as those of transactions do on that of a block; some are dropped. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsSeenIsWhatIsLeftHoweverMuchIsErased(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NavigableMap<Long, Coin> left = new TreeMap<>();
        random.ints(80, 0, NUMBERS).forEach(number -> write(coin(number, random), bottom, left));
        TableOverlay upper = new TableOverlay(overlay);
        NavigableMap<Long, Coin> leftAbove = new TreeMap<>(left);

        for (int i = 0; i < 300; i++) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    upper.writeBelow();
                    upper = new TableOverlay(overlay);
                    left.clear();
                    left.putAll(leftAbove);
                }
                case 1 -> {
                    upper = new TableOverlay(overlay);
                    leftAbove.clear();
                    leftAbove.putAll(left);
                }
                case 2, 3, 4 -> {
                    int from = random.nextInt(NUMBERS);
                    int end = from + random.nextInt(40);
                    for (long number = from; number < end; number++) {
                        upper.apply(COINS.removal(number));
                        leftAbove.remove(number);
                    }
                }
                default -> write(coin(random.nextInt(NUMBERS), random), upper, leftAbove);
            }
            assertSame(leftAbove, upper, random);
            assertSame(left, overlay, random);
        }

        overlay.net().writeTo(bottom);
        assertSame(left, bottom, random);
        assertThat(bottom.records(COINS)).containsExactlyElementsOf(left.values());
    }

    private static Coin coin(long number, SplittableRandom random) {
        return new Coin(number, COLOURS.get(random.nextInt(COLOURS.size())));
    }

    private static void write(Coin coin, TableWrites tables, NavigableMap<Long, Coin> left) {
        tables.apply(COINS.put(coin));
        left.put(coin.number(), coin);
    }

    private static void assertSame(NavigableMap<Long, Coin> left, TableReads reads, SplittableRandom random) {
        for (Way way : Way.values()) {
            String colour = COLOURS.get(random.nextInt(COLOURS.size()));
            Entry from = new Entry(colour, random.nextInt(NUMBERS));
            Entry last = new Entry(colour, random.nextInt(NUMBERS));
            int most = random.nextBoolean() ? 1 + random.nextInt(3) : NUMBERS;
            assertThat(way.first(most, reads, from, last))
                    .as("%s from %s to %s", way, from, last)
                    .isEqualTo(way.shown(left, from, last).stream().limit(most).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void takingTheFirstAgainAndAgainReadsAFewRecordsEachTime(Way way) {
        List<Coin> all = fill(MANY);
        List<Coin> taken = new ArrayList<>();

        for (int i = 0; i < MANY; i++) {
            TableOverlay upper = new TableOverlay(overlay);
            taken.add(take(way, upper));
            upper.writeBelow();
        }

        assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
        assertThat(counted.shown()).isLessThan(4 * MANY);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasErasedInOverlaysOnTopIsPassedOverOnceMore(Way way) {
        fill(MANY);

        for (int i = 0; i < 4; i++) {
            TableOverlay upper = new TableOverlay(overlay);
            for (int j = 0; j < MANY / 4; j++) {
                take(way, upper);
            }
            upper.writeBelow();
        }

        assertThat(counted.shown()).isLessThan(5 * MANY);
    }

    @ParameterizedTest
    @EnumSource
    void aScanLeapsOverWhatIsErasedOnItsWay(Way way) {
        fill(MANY);
        LongStream.rangeClosed(101, 900).forEach(number -> overlay.apply(COINS.removal(number)));
        Entry from = way.name().endsWith("DOWN") ? GREATEST : LEAST;
        Entry last = way.name().endsWith("DOWN") ? LEAST : GREATEST;
        List<Coin> first = way.first(MANY, overlay, from, last);
        int shownFirst = counted.shown();

        List<Coin> second = way.first(MANY, overlay, from, last);

        assertThat(shownFirst).isEqualTo(MANY);
        assertThat(counted.shown() - shownFirst).isBetween(200, 203);
        assertThat(second).isEqualTo(first).hasSize(200);
    }

    @Test
    void aCoinThatIsPutWhereAllIsErasedIsShown() {
        fill(MANY);
        LongStream.rangeClosed(101, 900).forEach(number -> overlay.apply(COINS.removal(number)));
        Entry from = new Entry("red", 101);
        for (Way way : Way.values()) {
            way.first(1, overlay, from, GREATEST);
        }

        overlay.apply(COINS.put(new Coin(500, "red")));

        assertThat(Way.BY_NUMBER.first(2, overlay, from, GREATEST))
                .extracting(Coin::number)
                .containsExactly(500L, 901L);
        assertThat(Way.OF_ONE_COLOUR.first(2, overlay, from, GREATEST))
                .extracting(Coin::number)
                .containsExactly(500L, 901L);
    }

    /** Nobody does that in a block; but it must not go unseen. */
    @Test
    void whatIsWrittenBelowMeanwhileIsSeen() {
        LongStream.rangeClosed(1, 40).forEach(number -> bottom.apply(COINS.put(new Coin(2 * number, "red"))));
        TableOverlay middle = new TableOverlay(overlay);
        TableOverlay upper = new TableOverlay(middle);
        LongStream.rangeClosed(1, 40).forEach(number -> upper.apply(COINS.removal(2 * number)));
        assertThat(Way.BY_NUMBER.first(1, upper, LEAST, GREATEST)).isEmpty();

        overlay.apply(COINS.put(new Coin(41, "gold")));

        assertThat(Way.BY_NUMBER.first(1, upper, LEAST, GREATEST)).containsExactly(new Coin(41, "gold"));
    }

    @ParameterizedTest(name = "somebody has asked before: {0}")
    @ValueSource(booleans = {true, false})
    void erasedRecordsAreNotAmongThoseThatAreLookedThrough(boolean isAskedBefore) {
        TouchedRecords<Long, Coin> touched = new TouchedRecords<>(COINS);
        touched.write(1L, new Coin(1, "red"));
        touched.write(2L, new Coin(2, "red"));
        if (isAskedBefore) {
            assertThat(touched.present().all()).containsOnlyKeys(1L, 2L);
        }

        touched.erase(1L);
        touched.erase(3L);

        assertThat(touched.present().all()).containsOnlyKeys(2L);
        assertThat(touched.allInOrder().keySet()).containsExactly(1L, 2L, 3L);
    }

    /** Red coins from 1 on, which lie below. */
    private List<Coin> fill(long most) {
        List<Coin> coins = LongStream.rangeClosed(1, most)
                .mapToObj(number -> new Coin(number, "red"))
                .collect(Collectors.toList());
        coins.forEach(coin -> bottom.apply(COINS.put(coin)));
        return coins;
    }

    /** The first one that is seen. */
    private static Coin take(Way way, TableOverlay tables) {
        boolean isDown = way.name().endsWith("DOWN");
        Coin first = way.first(1, tables, isDown ? GREATEST : LEAST, isDown ? LEAST : GREATEST)
                .getFirst();
        tables.apply(COINS.removal(first.number()));
        return first;
    }
}
