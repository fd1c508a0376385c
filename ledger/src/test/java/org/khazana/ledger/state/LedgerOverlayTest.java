package org.khazana.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.PKR;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Change;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionId;

class LedgerOverlayTest {

    /** Two overlays on a state that has applied a third of the changes, against a state that has applied all. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsSeenThroughOverlaysIsWhatTheStateWouldBe(long seed) {
        // given
        SplittableRandom random = new SplittableRandom(seed);
        InMemoryLedgerState all = new InMemoryLedgerState();
        InMemoryLedgerState bottom = new InMemoryLedgerState();
        all.apply(TestNetwork.founding());
        bottom.apply(TestNetwork.founding());
        LedgerOverlay middle = new LedgerOverlay(bottom);
        LedgerOverlay top = new LedgerOverlay(middle);

        for (int i = 0; i < 600; i++) {
            // when
            Change change = someChange(random);
            all.apply(List.of(change));
            if (i < 200) {
                bottom.apply(List.of(change));
            } else if (i < 400) {
                middle.apply(change);
            } else {
                top.apply(change);
            }

            // then
            assertSame(all, top, random);
        }
        middle.net().writeTo(bottom);
        top.net().writeTo(bottom);
        assertThat(bottom.records(Tables.POSITIONS)).isEqualTo(all.records(Tables.POSITIONS));
        assertThat(bottom.records(Tables.REQUESTS)).isEqualTo(all.records(Tables.REQUESTS));
        assertThat(bottom.records(Tables.ASSETS)).isEqualTo(all.records(Tables.ASSETS));
    }

    private static Change someChange(SplittableRandom random) {
        RequestRecord request = new RequestRecord(
                new PartyId(random.nextInt(3)),
                new RequestId(0, random.nextInt(15)),
                new TransactionId(CHAIN.hash()),
                random.nextInt(100));
        return switch (random.nextInt(6)) {
            case 0 ->
                new Position(new AccountId(random.nextInt(4)), random.nextBoolean() ? BILL : PKR, random.nextInt(3))
                        .set();
            case 1 -> Tables.ASSETS.put(Asset.currency(PKR, 2).withOutstandingUnits(random.nextInt(9)));
            case 2 ->
                Tables.PAYMENTS.put(
                        new Payment(new RtgsKey(PKR, "R" + random.nextInt(9)), new AccountId(1), random.nextInt(9)));
            case 3 -> Tables.REQUESTS.removal(RequestKey.of(request));
            default -> Tables.REQUESTS.put(request);
        };
    }

    private static void assertSame(LedgerView expected, LedgerView actual, SplittableRandom random) {
        for (long number = 0; number < 4; number++) {
            AccountId account = new AccountId(number);
            assertThat(actual.quantity(account, BILL)).isEqualTo(expected.quantity(account, BILL));
            assertThat(actual.quantity(account, PKR)).isEqualTo(expected.quantity(account, PKR));
            assertThat(actual.party(new PartyId(number))).isEqualTo(expected.party(new PartyId(number)));
            RequestId id = new RequestId(0, random.nextInt(15));
            assertThat(actual.request(new PartyId(number), id)).isEqualTo(expected.request(new PartyId(number), id));
        }
        assertThat(actual.asset(PKR)).isEqualTo(expected.asset(PKR));
        assertThat(actual.isRtgsReferenceUsed(PKR, "R1")).isEqualTo(expected.isRtgsReferenceUsed(PKR, "R1"));
        long millis = random.nextInt(120);
        int limit = random.nextInt(50);
        assertThat(actual.requestsExpiredBefore(millis, limit))
                .isEqualTo(expected.requestsExpiredBefore(millis, limit));
    }
}
