package org.khazana.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotByLength;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.state.Tranche;
import org.khazana.ledger.transaction.TransactionId;

/** What every state of the ledger tells of serials and of what happened to tokens. */
abstract class SerialsContract extends ClaimsContract {
    private static final AssetCode BILL = new AssetCode("PK0000000001");
    private static final AccountId ACCOUNT = new AccountId(7);

    @Test
    protected void lotsAreFoundBySerialAndByLengthAsTheyAreNow() {
        Lot first = lot(BILL, 1, 10, Optional.of(ACCOUNT));
        Lot second = lot(BILL, 11, 5, Optional.of(ACCOUNT));
        Lot retired = lot(BILL, 16, 300, Optional.empty());
        Lot others = lot(BILL, 316, 7, Optional.of(new AccountId(8)));
        Lot ofAnother = lot(new AssetCode("PK0000000002"), 1, 5, Optional.of(ACCOUNT));
        Lot taken = lot(BILL, 1, 2, Optional.of(new AccountId(8)));
        Lot left = lot(BILL, 3, 8, Optional.of(ACCOUNT));
        LedgerView view = after(List.of(
                first.set(), ofAnother.set(), retired.set(), second.set(), others.set(), taken.set(), left.set()));

        assertThat(view.lot(BILL, 2)).contains(taken);
        assertThat(view.lot(BILL, 3)).contains(left);
        assertThat(view.lot(BILL, 10)).contains(left);
        assertThat(view.lot(BILL, 315)).contains(retired);
        assertThat(view.lot(BILL, 323)).isEmpty();
        assertThat(view.lot(BILL, 0)).isEmpty();
        assertThat(view.lot(new AssetCode("PK0000000003"), 1)).isEmpty();
        assertThat(lengths(view, new AccountId(8))).containsExactly(2L, 7L);
        assertThat(lengths(view, ACCOUNT)).containsExactly(5L, 8L);
        assertThat(view.lots(LotByLength.from(ACCOUNT, BILL, 6), 9)).hasSize(1);
        assertThat(view.lots(LotByLength.from(ACCOUNT, BILL, 0), 1)).hasSize(1);
        assertThat(longestFirst(view, LotByLength.last(ACCOUNT, BILL))).containsExactly(8L, 5L);
        assertThat(longestFirst(view, LotByLength.from(ACCOUNT, BILL, 8))).containsExactly(5L);
    }

    private static Lot lot(AssetCode asset, long first, long length, Optional<AccountId> holder) {
        return new Lot(asset, first, length, holder, 1, 20_000, new PassageId(5, 6, 7));
    }

    private static List<Long> lengths(LedgerView view, AccountId account) {
        return view.lots(LotByLength.from(account, BILL, 0), 9).stream()
                .map(LotByLength::length)
                .toList();
    }

    private static List<Long> longestFirst(LedgerView view, LotByLength from) {
        List<Long> found = new ArrayList<>();
        LotByLength shortest = LotByLength.from(from.account(), from.asset(), 0);
        view.scanGroupDown(Tables.LOTS_BY_LENGTH.table(), from, shortest, (entry, key) -> found.add(entry.length()));
        return found;
    }

    @Test
    protected void tranchesAndPassagesAreReadBackEqual() {
        TransactionId transaction = new TransactionId(Hash.of(new byte[Hash.BYTES]));
        PassageId id = new PassageId(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
        Passage issued = new Passage(
                id,
                BILL,
                new SerialRange(1, 9),
                Optional.empty(),
                Optional.of(ACCOUNT),
                transaction,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(id));
        Passage retired = new Passage(
                new PassageId(1, 0, 0),
                BILL,
                new SerialRange(Long.MAX_VALUE - 1, 1),
                Optional.of(ACCOUNT),
                Optional.empty(),
                transaction,
                Long.MAX_VALUE,
                Optional.of(new Passage.Earlier(id, 7)),
                Optional.of(id),
                Optional.empty());
        Tranche tranche = new Tranche(BILL, 5, 6, Tranche.Source.ISSUANCE, Optional.empty());
        Tranche renumbered = new Tranche(
                BILL, 11, Long.MAX_VALUE, Tranche.Source.RENUMBERING, Optional.of(Hash.of(new byte[Hash.BYTES])));
        LedgerView view = after(List.of(
                Tables.PASSAGES.put(issued),
                Tables.PASSAGES.put(retired),
                Tables.TRANCHES.put(tranche),
                Tables.TRANCHES.put(renumbered)));

        assertThat(view.passage(id)).contains(issued);
        assertThat(view.passage(retired.id())).contains(retired);
        assertThat(view.passage(new PassageId(1, 0, 1))).isEmpty();
        assertThat(view.get(Tables.TRANCHES, tranche.key())).contains(tranche);
        assertThat(view.get(Tables.TRANCHES, renumbered.key())).contains(renumbered);
    }
}
