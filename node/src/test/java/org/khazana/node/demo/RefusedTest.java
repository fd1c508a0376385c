package org.khazana.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.refusal.RefusalCode.COURT_RESTRICTION;
import static org.khazana.ledger.refusal.RefusalCode.DEBIT_BLOCKED;
import static org.khazana.ledger.refusal.RefusalCode.RECEIVER_NOT_ELIGIBLE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.api.json.ReceiptJson.RefusalJson;
import org.khazana.ledger.refusal.RefusalCode;

class RefusedTest {
    private static final String ID = "ab".repeat(32);

    @Test
    void aRefusalThatCameAsForeseenIsToldWithItsNumberAndItsSentence() {
        Refused refused = Refused.of(
                List.of(COURT_RESTRICTION, DEBIT_BLOCKED),
                foreseen(COURT_RESTRICTION, DEBIT_BLOCKED),
                committed(COURT_RESTRICTION, DEBIT_BLOCKED));

        assertThat(refused.reason()).isEqualTo("9021 COURT_RESTRICTION: A court forbids this movement.");
        assertThat(refused.checkLines())
                .containsExactly("Would be refused: 9021 COURT_RESTRICTION.", "Would be refused: 4002 DEBIT_BLOCKED.");
    }

    @Test
    void aRefusalForAnyOtherReasonIsAFailure() {
        assertFails(List.of(RECEIVER_NOT_ELIGIBLE), foreseen(RECEIVER_NOT_ELIGIBLE), committed(COURT_RESTRICTION));
        assertFails(List.of(RECEIVER_NOT_ELIGIBLE), foreseen(COURT_RESTRICTION), committed(RECEIVER_NOT_ELIGIBLE));
        assertFails(
                List.of(COURT_RESTRICTION),
                foreseen(COURT_RESTRICTION),
                committed(COURT_RESTRICTION, RECEIVER_NOT_ELIGIBLE));
        assertFails(
                List.of(COURT_RESTRICTION, DEBIT_BLOCKED),
                foreseen(COURT_RESTRICTION, DEBIT_BLOCKED),
                committed(DEBIT_BLOCKED, COURT_RESTRICTION));
    }

    @Test
    void whatWouldBeCarriedOutIsNoRefusal() {
        CheckJson done = new CheckJson(ID, 7, ReceiptJson.DONE, null, List.of(), null);

        assertFails(List.of(RECEIVER_NOT_ELIGIBLE), done, committed(RECEIVER_NOT_ELIGIBLE));
    }

    private static void assertFails(List<RefusalCode> codes, CheckJson foreseen, Acknowledged committed) {
        assertThatThrownBy(() -> Refused.of(codes, foreseen, committed))
                .isInstanceOf(DemoFailed.class)
                .hasMessageContaining("the transfer");
    }

    private static CheckJson foreseen(RefusalCode... codes) {
        return new CheckJson(ID, 7, ReceiptJson.REFUSED, refusals(codes), List.of(), null);
    }

    private static Acknowledged committed(RefusalCode... codes) {
        ReceiptJson receipt = new ReceiptJson(
                ID, 8, 0, "2026-01-01T00:00:00Z", ReceiptJson.REFUSED, refusals(codes), List.of(), null);
        return new Acknowledged("the transfer", new byte[0], receipt);
    }

    private static List<RefusalJson> refusals(RefusalCode... codes) {
        return Stream.of(codes)
                .map(code -> new RefusalJson(code.number(), code.name(), null))
                .toList();
    }
}
