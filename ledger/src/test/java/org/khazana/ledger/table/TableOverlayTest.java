package org.khazana.ledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.table.Coins.BY_COLOUR;
import static org.khazana.ledger.table.Coins.COINS;
import static org.khazana.ledger.table.Coins.COLOURS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.table.Coins.Coin;
import org.khazana.ledger.table.Coins.Entry;

class TableOverlayTest {
    private static final int NUMBERS = 12;

    /** Two overlays on tables that have applied a third of the changes, against tables that have applied all. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsSeenThroughOverlaysIsWhatTheTablesWouldBe(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TablesInMemory all = new TablesInMemory();
        TablesInMemory bottom = new TablesInMemory();
        TableOverlay middle = new TableOverlay(bottom);
        TableOverlay top = new TableOverlay(middle);

        for (int i = 0; i < 900; i++) {
            Change change = random.nextInt(3) == 0
                    ? COINS.removal((long) random.nextInt(NUMBERS))
                    : COINS.put(new Coin(random.nextInt(NUMBERS), COLOURS.get(random.nextInt(COLOURS.size()))));
            all.apply(change);
            TableWrites written = i < 300 ? bottom : i < 600 ? middle : top;
            written.apply(change);

            assertSame(all, top, random);
        }
        middle.net().writeTo(bottom);
        top.net().writeTo(bottom);
        assertSame(all, bottom, random);
        assertThat(bottom.records(BY_COLOUR.table())).isEqualTo(all.records(BY_COLOUR.table()));
    }

    private static void assertSame(TableReads expected, TableReads actual, SplittableRandom random) {
        long number = random.nextInt(NUMBERS);
        assertThat(actual.get(COINS, number)).isEqualTo(expected.get(COINS, number));
        int most = 1 + random.nextInt(NUMBERS);
        assertThat(seen(actual, COINS, number, most)).isEqualTo(seen(expected, COINS, number, most));
        Entry from = new Entry(COLOURS.get(random.nextInt(COLOURS.size())), number);
        assertThat(seen(actual, BY_COLOUR.table(), from, most))
                .isEqualTo(seen(expected, BY_COLOUR.table(), from, most));
        assertThat(seenDownwards(actual, COINS, number, most)).isEqualTo(seenDownwards(expected, COINS, number, most));
        assertThat(seenDownwards(actual, BY_COLOUR.table(), from, most))
                .isEqualTo(seenDownwards(expected, BY_COLOUR.table(), from, most));
        Entry other = new Entry(from.colour(), random.nextInt(NUMBERS));
        assertThat(seenInGroup(actual, from, other)).isEqualTo(seenInGroup(expected, from, other));
    }

    /** All of one colour between the two, upwards or downwards. */
    private static List<Long> seenInGroup(TableReads reads, Entry from, Entry last) {
        List<Long> seen = new ArrayList<>();
        if (from.compareTo(last) <= 0) {
            reads.scanGroup(BY_COLOUR.table(), from, last, (entry, number) -> seen.add(number));
        } else {
            reads.scanGroupDown(BY_COLOUR.table(), from, last, (entry, number) -> seen.add(number));
        }
        return seen;
    }

    private static <K extends Comparable<K>, V> List<V> seen(TableReads reads, Table<K, V> table, K from, int most) {
        List<V> seen = new ArrayList<>();
        reads.scan(table, from, (key, value) -> {
            seen.add(value);
            return seen.size() < most;
        });
        return seen;
    }

    private static <K extends Comparable<K>, V> List<V> seenDownwards(
            TableReads reads, Table<K, V> table, K from, int most) {
        List<V> seen = new ArrayList<>();
        reads.scanDown(table, from, (key, value) -> {
            seen.add(value);
            return seen.size() < most;
        });
        return seen;
    }

    @Test
    void downwardsIsTheOppositeOfUpwards() {
        TableOverlay overlay = new TableOverlay(new TablesInMemory());
        List.of(5L, 2L, 9L).forEach(number -> overlay.apply(COINS.put(new Coin(number, "red"))));

        assertThat(seenDownwards(overlay, COINS, 8L, 9))
                .extracting(Coin::number)
                .containsExactly(5L, 2L);
        assertThat(seenDownwards(overlay, COINS, 5L, 1))
                .extracting(Coin::number)
                .containsExactly(5L);
        assertThat(seenDownwards(overlay, COINS, 1L, 9)).isEmpty();
    }

    /** Whoever asks for groups only never has all entries put in one order, so that must not be what makes groups right. */
    @Test
    void groupsAreRightWhetherAllWereEverInOneOrder() {
        TablesInMemory tables = new TablesInMemory();
        TableOverlay overlay = new TableOverlay(tables);
        COLOURS.forEach(colour -> tables.apply(COINS.put(new Coin(colour.length(), colour))));
        overlay.apply(COINS.put(new Coin(9, "gold")));
        overlay.apply(COINS.removal(3L));

        Entry first = new Entry("gold", 0);
        Entry last = new Entry("gold", 11);
        assertThat(seenInGroup(overlay, first, last)).containsExactly(4L, 9L);
        assertThat(seenInGroup(overlay, last, first)).containsExactly(9L, 4L);
        assertThat(seenInGroup(overlay, new Entry("red", 0), new Entry("red", 11)))
                .isEmpty();
        assertThat(seen(overlay, BY_COLOUR.table(), new Entry("", 0), 9)).containsExactly(4L, 9L);
    }

    @Test
    void whatWasWrittenIsHandedOnToWhatHasNotChangedMeanwhile() {
        TableOverlay lower = new TableOverlay(new TablesInMemory());
        TableOverlay upper = new TableOverlay(lower);
        TableOverlay late = new TableOverlay(lower);
        upper.apply(COINS.put(new Coin(1, "red")));
        late.apply(COINS.put(new Coin(1, "blue")));

        upper.writeBelow();

        assertThat(lower.get(COINS, 1L)).contains(new Coin(1, "red"));
        assertThatThrownBy(late::writeBelow).hasMessageContaining("has changed");
        assertThatThrownBy(lower::writeBelow).hasMessageContaining("is none");
    }

    @ParameterizedTest(name = "{0} changes")
    @ValueSource(ints = {1, 2})
    void whatWasTouchedIsKnownAsItIsNow(int changes) {
        TableOverlay overlay = new TableOverlay(new TablesInMemory());
        overlay.apply(COINS.put(new Coin(1, "red")));
        if (changes == 2) {
            overlay.apply(COINS.removal(1L));
        }

        assertThat(overlay.changed(COINS))
                .containsEntry(1L, changes == 1 ? Optional.of(new Coin(1, "red")) : Optional.empty())
                .hasSize(1);
        assertThat(overlay.net().tables()).isEqualTo(Set.of(COINS, BY_COLOUR.table()));
    }
}
