package org.khazana.node.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khazana.api.json.SerialJson;
import org.khazana.api.json.SerialJson.MovementJson;

class TraceTest {
    private static final List<Holder> WAY = List.of(Holder.DEALER, Holder.AMNA, Holder.BILAL);
    private static final MovementJson ISSUE = movement(null, 3001L);
    private static final MovementJson SALE = movement(3001L, 5001L);
    private static final MovementJson GIFT = movement(5001L, 6001L);

    @Test
    void aTokenThatHadJustTheseHoldersPasses() {
        assertThatCode(() -> Trace.requireWay(WAY, token(6001L, null), List.of(ISSUE, SALE, GIFT)))
                .doesNotThrowAnyException();
    }

    @Test
    void aHolderMoreOrLessIsFound() {
        assertFails(token(6001L, null), List.of(ISSUE, SALE));
        assertFails(token(6001L, null), List.of(ISSUE, SALE, GIFT, movement(6001L, 6001L)));
        assertFails(token(5001L, null), List.of(ISSUE, SALE, GIFT));
        assertFails(token(null, null), List.of(ISSUE, SALE, GIFT));
    }

    @Test
    void aStepFromSomebodyElseIsFound() {
        assertFails(token(6001L, null), List.of(ISSUE, SALE, movement(3001L, 6001L)));
        assertFails(token(6001L, null), List.of(SALE, SALE, GIFT));
    }

    @Test
    void aTraceThatGoesOnIsNoWholeWay() {
        assertFails(token(6001L, "/v1/assets/PK12M1001241/serials/17/before/1.0.0.17"), List.of(ISSUE, SALE, GIFT));
    }

    private static void assertFails(SerialJson token, List<MovementJson> movements) {
        assertThatThrownBy(() -> Trace.requireWay(WAY, token, movements))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("token 17 had to go through the accounts [3001, 5001, 6001]");
    }

    private static SerialJson token(@Nullable Long holder, @Nullable String next) {
        return new SerialJson(9, Bill.ISIN.text(), "17", holder, "1", null, List.of(), null, List.of(), next);
    }

    private static MovementJson movement(@Nullable Long from, @Nullable Long to) {
        return new MovementJson(3, "2026-01-01T00:00:00Z", "ab".repeat(32), from, to, null, null);
    }
}
