package org.khazana.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.PartyId;

class SeatingTest {

    private static List<PartyId> of(long... parties) {
        return LongStream.of(parties).mapToObj(PartyId::new).toList();
    }

    @Test
    void movesOthersToMakeRoom() {
        assertThat(Seating.isPossible(List.of(of(1, 2), of(1), of(2, 3)))).isTrue();
        assertThat(Seating.isPossible(List.of(of(1, 2), of(1), of(2)))).isFalse();
        assertThat(Seating.isPossible(List.of(of()))).isFalse();
        assertThat(Seating.isPossible(List.of())).isTrue();
    }

    /** Against trying everything. */
    @Test
    void findsASeatingWheneverThereIsOne() {
        SplittableRandom random = new SplittableRandom(7);
        int possible = 0;
        for (int times = 0; times < 2_000; times++) {
            List<List<PartyId>> seats = new ArrayList<>();
            for (int seat = 1 + random.nextInt(5); seat > 0; seat--) {
                seats.add(LongStream.rangeClosed(1, 5)
                        .filter(party -> random.nextInt(3) == 0)
                        .mapToObj(PartyId::new)
                        .toList());
            }
            boolean expected = canSeat(seats, 0, new TreeSet<>());
            assertThat(Seating.isPossible(seats)).as("%s", seats).isEqualTo(expected);
            possible += expected ? 1 : 0;
        }
        assertThat(possible).isBetween(200, 1_800);
    }

    private static boolean canSeat(List<List<PartyId>> seats, int next, Set<PartyId> seated) {
        if (next == seats.size()) {
            return true;
        }
        for (PartyId party : seats.get(next)) {
            if (!seated.contains(party)) {
                Set<PartyId> more = new TreeSet<>(seated);
                more.add(party);
                if (canSeat(seats, next + 1, more)) {
                    return true;
                }
            }
        }
        return false;
    }
}
