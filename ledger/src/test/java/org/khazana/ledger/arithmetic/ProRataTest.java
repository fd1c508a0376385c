package org.khazana.ledger.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProRataTest {
    @Test
    void halfAMinorUnitIsRoundedUp() {
        assertThat(ProRata.share(333, 60, 100)).isEqualTo(200);
        assertThat(ProRata.share(5, 1, 10)).isEqualTo(1);
        assertThat(ProRata.share(4, 1, 10)).isZero();
        assertThat(ProRata.share(7, 0, 10)).isZero();
        assertThat(ProRata.share(0, 3, 10)).isZero();
    }

    @Test
    void theLargestFiguresAreCounted() {
        assertThat(ProRata.share(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(ProRata.share(Long.MAX_VALUE, 1, Long.MAX_VALUE)).isEqualTo(1);
        assertThat(ProRata.share(Long.MAX_VALUE, 1, 2)).isEqualTo(1L << 62);
    }

    @Test
    void inWhateverPartsItIsPaidItIsJustTheWhole() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            long total = random.nextLong(1, 1L << random.nextInt(2, 62));
            long units = random.nextLong(1, 1L << random.nextInt(2, 62));
            long settled = 0;
            long paid = 0;
            while (settled < units) {
                long more = Math.max(1, random.nextLong(units - settled + 1));
                long part = ProRata.share(total, settled + more, units) - paid;
                assertThat(part).isNotNegative();
                settled += more;
                paid += part;
            }
            assertThat(paid).isEqualTo(total);
        }
    }

    @Test
    void figuresThatMakeNoSenseAreNotShared() {
        assertThatThrownBy(() -> ProRata.share(-1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProRata.share(1, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProRata.share(1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProRata.share(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
