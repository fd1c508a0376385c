package org.khazana.ledger.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private enum Metal implements Numbered {
        GOLD,
        SILVER
    }

    private record Bar(
            long key,
            long weight,
            int day,
            boolean pure,
            Metal metal,
            String mark,
            Optional<Long> box,
            List<Integer> assays) {}

    private static final Table<Long, Bar> BARS = new Table<>(
            0,
            "bar",
            new KeyForm<>(number -> new KeyWriter().number(number).done(), KeyReader::number),
            ValueForm.of(
                    (bar, fields) -> fields.number(bar.weight())
                            .small(bar.day())
                            .flag(bar.pure())
                            .constant(bar.metal())
                            .text(bar.mark())
                            .optional(bar.box(), (box, form) -> form.number(box))
                            .list(bar.assays(), (assay, form) -> form.small(assay)),
                    (key, fields) -> new Bar(
                            key,
                            fields.number(),
                            fields.small(),
                            fields.flag(),
                            fields.constant(Metal.class),
                            fields.text(),
                            fields.optional(FieldReader::number),
                            fields.list(FieldReader::small))),
            Bar::key,
            List.of());
    private static final Bar BAR = new Bar(7, -2, 20_000, true, Metal.SILVER, "سونا", Optional.of(5L), List.of(1, 2));

    @Test
    void everyFieldHasOneForm() {
        assertThat(HexFormat.of().formatHex(BARS.valueBytes(BAR)))
                .isEqualTo("fffffffffffffffe" + "00004e20" + "01" + "02" + "00000008" + "d8b3d988d986d8a7" + "01"
                        + "0000000000000005" + "00000002" + "00000001" + "00000002");
        assertThat(BARS.readValue(7L, BARS.valueBytes(BAR))).isEqualTo(BAR);
    }

    @Test
    void keysHaveTheOrderOfTheirBytes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            long one = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : random.nextLong();
            long other = random.nextLong();
            assertThat(Integer.signum(Arrays.compareUnsigned(BARS.keyBytes(one), BARS.keyBytes(other))))
                    .isEqualTo(Long.compare(one, other));
            assertThat(BARS.readKey(BARS.keyBytes(one))).isEqualTo(one);
        }
    }

    /** Whatever bytes there are: they are the one form of some value, or it is said that they are none. */
    @Test
    void damagedBytesAreNoValueOrAnotherOne() {
        byte[] good = BARS.valueBytes(BAR);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 3));
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                Bar read = BARS.readValue(7L, bad);
                assertThat(BARS.readValue(7L, BARS.valueBytes(read))).isEqualTo(read);
            } catch (IllegalStateException told) {
                assertThat(told).hasMessageNotContaining("null");
            }
        }
        assertThatThrownBy(() -> BARS.readValue(7L, Arrays.copyOf(good, good.length + 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after the last field");
    }
}
