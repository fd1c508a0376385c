package org.khazana.ledger.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.ledger.execution.TestNetwork.BILL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.account.AccountKind;
import org.khazana.ledger.account.DebitRule;
import org.khazana.ledger.block.Moment;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Leg;
import org.khazana.ledger.rules.Debit;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.Account;
import org.khazana.ledger.state.LedgerOverlay;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Tranche;
import org.khazana.ledger.transaction.TransactionId;

/** Whatever happens to tokens, each one's past can be told; against a record for every single token. */
class SerialTraceTest {
    private static final int ACCOUNTS = 4;

    private final TestNetwork network = new TestNetwork();
    private final LedgerOverlay ledger = new LedgerOverlay(network.state());
    /** Of each serial ever given out what happened, oldest first: from, to and height. */
    private final List<List<String>> pasts = new ArrayList<>();
    /** Of each serial ever given out who has it; 0 when it is retired. */
    private final List<Long> holders = new ArrayList<>();

    private long height;

    @BeforeEach
    void defineBill() {
        network.submit(TestNetwork.bill(BILL), TestNetwork.MINISTRY, TestNetwork.CENTRAL_BANK);
    }

    @BeforeEach
    void openAccounts() {
        for (long number = 1; number <= ACCOUNTS; number++) {
            ledger.apply(Tables.ACCOUNTS.put(new Account(
                    new AccountId(number),
                    new PartyId(number),
                    new PartyId(number),
                    AccountKind.OWN,
                    DebitRule.OWNER,
                    Account.Status.ACTIVE)));
        }
    }

    private static AccountId account(long number) {
        return new AccountId(number);
    }

    private Postings postings() {
        height++;
        TransactionId transaction = new TransactionId(Domain.GENESIS.hash(new byte[] {(byte) height}));
        return new Postings(ledger, new Occasion(transaction, new Moment(height, 3, 0)));
    }

    private void issue(long to, int quantity) {
        postings().create(account(to), BILL, quantity);
        for (int i = 0; i < quantity; i++) {
            pasts.add(new ArrayList<>(List.of("-" + to + "@" + height)));
            holders.add(to);
        }
    }

    private List<Lot> lots(long holder) {
        return ledger.lots(LotByLength.from(account(holder), BILL, 0), 1_000).stream()
                .map(entry -> ledger.get(Tables.LOTS, entry.lot()).orElseThrow())
                .toList();
    }

    private void move(long from, long to, long quantity, List<SerialRange> serials) {
        postings().move(new Leg(account(from), account(to), BILL, quantity, serials));
        noteWhatMoved(from, to);
    }

    private void noteWhatMoved(long from, long to) {
        for (int serial = 1; serial <= pasts.size(); serial++) {
            long holder = holderOf(serial);
            if (holder != holders.get(serial - 1)) {
                assertThat(holders.set(serial - 1, holder)).isEqualTo(from);
                assertThat(holder).isEqualTo(to);
                pasts.get(serial - 1).add(from + "-" + (to == 0 ? "" : to) + "@" + height);
            }
        }
    }

    private long holderOf(long serial) {
        return ledger.lot(BILL, serial)
                .flatMap(Lot::holder)
                .map(AccountId::number)
                .orElse(0L);
    }

    private List<String> traced(long serial) {
        List<String> told = new ArrayList<>();
        Optional<SerialTrace.Cursor> next = ledger.lot(BILL, serial).map(lot -> SerialTrace.latest(lot, serial));
        while (next.isPresent()) {
            SerialTrace.Page page = SerialTrace.read(ledger, next.get(), 2); // pages of the least use
            for (SerialTrace.Step step : page.steps()) {
                String renumbered = step.serialBefore() == step.serialAfter()
                        ? ""
                        : " " + step.serialBefore() + ">" + step.serialAfter();
                told.addFirst(step.passage().from().map(Object::toString).orElse("") + "-"
                        + step.passage().to().map(Object::toString).orElse("") + renumbered + "@"
                        + step.passage().id().height());
            }
            next = page.next();
        }
        return told;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyTokenIsTracedToItsBeginning(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        issue(1, 60);
        for (int round = 0; round < 150; round++) {
            long from = 1 + random.nextLong(ACCOUNTS);
            long to = 1 + (from + random.nextLong(ACCOUNTS - 1)) % ACCOUNTS;
            long held = ledger.quantity(account(from), BILL);
            if (random.nextInt(20) == 0) {
                issue(to, 1 + random.nextInt(9));
            } else if (random.nextInt(20) == 0 && lots(from).size() > 1) {
                renumber(from);
            } else if (random.nextInt(30) == 0 && held > 0) {
                postings().retire(new Debit(account(from), BILL, 1 + random.nextLong(held), List.of()));
                noteWhatMoved(from, 0);
            } else if (from != to && held > 0) {
                move(from, to, 1 + random.nextLong(held), List.of());
            }
        }
        Conservation.prove(network.state(), ledger, PositionChange.between(network.state(), ledger));

        assertThat(Recount.mismatches(ledger)).isEmpty();
        for (int serial = 1; serial <= pasts.size(); serial++) {
            assertThat(traced(serial)).as("serial %s", serial).isEqualTo(pasts.get(serial - 1));
        }
        assertThat(ledger.lot(BILL, pasts.size() + 1L)).isEmpty();
        assertThat(ledger.lot(BILL, 0)).isEmpty();
    }

    /** The old serials end with it, the new ones go on from there, in the order of the old ones. */
    private void renumber(long holder) {
        List<Lot> parents = lots(holder).stream()
                .sorted((a, b) -> Long.compare(a.first(), b.first()))
                .toList();
        postings().renumber(account(holder), BILL, ledger.lots(LotByLength.from(account(holder), BILL, 0), 1_000));
        for (Lot parent : parents) {
            for (long serial = parent.first(); serial < parent.end(); serial++) {
                List<String> past = pasts.get((int) serial - 1);
                past.add(holder + "-" + holder + " " + serial + ">" + (pasts.size() + 1) + "@" + height);
                pasts.add(new ArrayList<>(past));
                holders.set((int) serial - 1, 0L);
                holders.add(holder);
            }
        }
    }

    @Test
    void lotsOfOneHolderThatTouchBecomeOneAndKeepTheirPasts() {
        issue(1, 10);
        move(1, 2, 3, List.of(new SerialRange(4, 3)));
        move(1, 2, 3, List.of(new SerialRange(1, 3)));
        move(1, 2, 4, List.of());

        assertThat(lots(2)).singleElement().matches(lot -> lot.first() == 1 && lot.length() == 10);
        assertThat(traced(1)).containsExactly("-1@1", "1-2@3");
        assertThat(traced(5)).containsExactly("-1@1", "1-2@2");
        assertThat(traced(10)).containsExactly("-1@1", "1-2@4");
    }

    @Test
    void lotsOfTwoIssuesStayTwo() {
        issue(1, 10);
        issue(1, 5);

        assertThat(lots(1)).hasSize(2);
        assertThat(ledger.get(Tables.TRANCHES, lots(1).getFirst().key()))
                .contains(new Tranche(BILL, 11, 5, Tranche.Source.ISSUANCE, Optional.empty()));
    }
}
