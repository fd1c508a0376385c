package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.execution.TestNetwork.CENTRAL_BANK;
import static org.khazana.ledger.execution.TestNetwork.CHAIN;
import static org.khazana.ledger.execution.TestNetwork.MINISTRY;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.operation.RenumberLots;
import org.khazana.ledger.operation.RetireTokens;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.LotKey;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateProof;
import org.khazana.ledger.table.Change;

/** The past of a token is proved whole, or doubted. */
class SerialHistoryVerifierTest {
    private final TokenStory story = new TokenStory();
    private final SerialHistoryVerifier verifier = new SerialHistoryVerifier(
            new TestimonyVerifier(CHAIN, TokenStory.FOUNDERS, CertifiedHistory.remembering()));

    private SerialHistory history(SerialHistoryProof proof) {
        CertifiedVerdict verdict = verifier.verify(proof);
        assertThat(verdict).isInstanceOf(CertifiedVerdict.PastOfSerial.class);
        return ((CertifiedVerdict.PastOfSerial) verdict).history();
    }

    private Optional<Doubt> doubt(SerialHistoryProof proof) {
        return verifier.verify(proof) instanceof CertifiedVerdict.Doubted(Doubt doubt, String sentence)
                        && !sentence.isBlank()
                ? Optional.of(doubt)
                : Optional.empty();
    }

    /** Block 2 mints 100, 3 to 5 move token 17 there and back and on again. */
    private void roundTrip() {
        story.issue(100);
        story.transfer(3001, 5001, 10, 20);
        story.transfer(5001, 3001, 15, 5);
        story.transfer(3001, 5001, 17, 1);
    }

    @Test
    void fromTheMintThroughEveryHandToTheHolderItIsSaidInPlainWords() {
        roundTrip();
        List<String> words = ((CertifiedVerdict.Proved) verifier.verify(story.proof(17))).words();

        assertThat(words.getFirst()).isEqualTo("Token 17 of " + BILL + ", on network " + CHAIN + ":");
        assertThat(words.get(1))
                .startsWith("  block 2, 2023-11-14T22:13:21Z: was minted for account 3001 (transaction ");
        assertThat(words.get(2)).contains("block 3, ", ": went from account 3001 to account 5001 (transaction ");
        assertThat(words.get(3)).contains("block 4, ", ": went from account 5001 to account 3001 (transaction ");
        assertThat(words.get(4)).contains("block 5, ", ": went from account 3001 to account 5001 (transaction ");
        assertThat(words.subList(5, words.size()))
                .containsExactly(
                        "It is held by account 5001 as of block 5.",
                        "No movement is left out, and the transaction of each is proved as well.",
                        "Certified by 3 of the 4 validators of the genesis, who have signed what this block came to:",
                        "  validator-1, of Organisation 1",
                        "  validator-2, of Organisation 2",
                        "  validator-3, of Organisation 3",
                        "As of block 5; what came later is not looked at.");
    }

    @Test
    void ofTokensThatWereRenumberedOrRetiredTheWholePastIsProved() {
        roundTrip();
        story.play(new RenumberLots(BILL, new AccountId(5001)), CENTRAL_BANK);
        long renumbered = 100 + (17 - 10) - 2 + 1; // of its account, 10 to 14, 17, and 20 to 29
        story.transfer(5001, 3001, renumbered, 1);

        assertThat(history(story.proof(17)).holder()).isEmpty();
        assertThat(String.join("\n", words(17)))
                .contains("was given serial 106 instead of 17, in account 5001", "It goes on as token 106, and nobody");
        assertThat(history(story.proof(renumbered)).holder()).contains(new AccountId(3001));
        assertThat(history(story.proof(renumbered)).movements())
                .extracting(SerialTrace.Step::serialAfter)
                .containsExactly(17L, 17L, 17L, 17L, 106L, 106L);
        story.transfer(3001, 1001, renumbered, 1);
        story.play(new RetireTokens(BILL, new AccountId(1001), 1, List.of()), MINISTRY, CENTRAL_BANK);
        assertThat(String.join("\n", words(renumbered)))
                .contains("was retired by account 1001", "It is retired, and nobody holds it, as of block 9.");
    }

    private List<String> words(long serial) {
        return ((CertifiedVerdict.Proved) verifier.verify(story.proof(serial))).words();
    }

    @Test
    void severalMovementsInOneBlockAreEachProved() {
        story.issue(100);
        story.play(List.of(
                story.transferEnvelope(3001, 5001, 1, 50),
                story.transferEnvelope(5001, 6001, 10, 10),
                story.transferEnvelope(6001, 5001, 12, 2)));

        assertThat(history(story.proof(12)).movements()).hasSize(4);
        assertThat(history(story.proof(19)).movements()).hasSize(3);
        assertThat(story.proof(19).passages()).as("one leads past it").hasSize(3);
        assertThat(history(story.proof(50)).movements()).hasSize(2);
    }

    @Test
    void whateverHappensToTokensEachOnesPastIsProvedAsItIsTraced() {
        SplittableRandom random = new SplittableRandom(17);
        story.issue(40);
        for (int round = 0; round < 40; round++) {
            long serial = random.nextLong(1, 41);
            Lot lot = story.lot(serial);
            long from = lot.holder().orElseThrow().number();
            long to = List.of(3001L, 5001L, 6001L).get(random.nextInt(3));
            if (from != to) {
                story.transfer(from, to, serial, Math.min(lot.end() - serial, 1 + random.nextInt(6)));
            }
        }
        for (long serial = 1; serial <= 40; serial++) {
            SerialTrace.Page page =
                    SerialTrace.read(story.network().state(), SerialTrace.latest(story.lot(serial), serial), 1_000);
            SerialHistory proved = history(story.proof(serial));
            assertThat(proved.movements())
                    .as("serial %s", serial)
                    .isEqualTo(page.steps().reversed());
            assertThat(proved.holder()).isEqualTo(story.lot(serial).holder());
        }
    }

    @Test
    void whatIsLeftOutOrDoesNotBelongIsMissed() {
        roundTrip();
        SerialHistoryProof good = story.proof(17);

        assertThat(doubt(withPassages(good, good.passages().subList(0, 3)))).contains(Doubt.HISTORY_NOT_BEGUN_BY_MINT);
        assertThat(doubt(withPassages(good, without(good.passages(), 1)))).contains(Doubt.PASSAGE_NOT_PROVED);
        assertThat(doubt(withPassages(good, List.of()))).contains(Doubt.HISTORY_NOT_BEGUN_BY_MINT);
        List<StateProof> longer = new ArrayList<>(good.passages());
        longer.add(longer.getLast());
        assertThat(doubt(withPassages(good, longer))).contains(Doubt.HISTORY_BROKEN);
        for (int i = 0; i < 4; i++) {
            assertThat(doubt(withTransactions(good, without(good.transactions(), i))))
                    .contains(Doubt.SERIAL_NOT_MOVED);
        }
        assertThat(doubt(withTransactions(good, good.transactions().reversed())))
                .contains(Doubt.SERIAL_NOT_MOVED);
        assertThat(doubt(withTransactions(good, withFirst(good.transactions(), story.settled(1, 0)))))
                .contains(Doubt.SERIAL_NOT_MOVED);
        assertThat(doubt(with(good, 18, good.lotFirst()))).contains(Doubt.SERIAL_NOT_IN_LOT);
        assertThat(doubt(with(good, 17, 16))).contains(Doubt.LOT_NOT_PROVED);
        assertThat(doubt(with(good, 17, Long.MIN_VALUE))).contains(Doubt.LOT_NOT_PROVED);
        SerialHistoryProof other = new SerialHistoryProof(
                new AssetCode("PK0000000015"),
                17,
                17,
                good.lot(),
                good.passages(),
                good.transactions(),
                good.testimony());
        assertThat(doubt(other)).contains(Doubt.LOT_NOT_PROVED);
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> fewer = new ArrayList<>(list);
        fewer.remove(index);
        return fewer;
    }

    private static <T> List<T> withFirst(List<T> list, T first) {
        List<T> other = new ArrayList<>(list);
        other.set(0, first);
        return other;
    }

    private static SerialHistoryProof with(SerialHistoryProof good, long serial, long lotFirst) {
        return new SerialHistoryProof(
                good.asset(), serial, lotFirst, good.lot(), good.passages(), good.transactions(), good.testimony());
    }

    private static SerialHistoryProof withPassages(SerialHistoryProof good, List<StateProof> passages) {
        return new SerialHistoryProof(
                good.asset(),
                good.serial(),
                good.lotFirst(),
                good.lot(),
                passages,
                good.transactions(),
                good.testimony());
    }

    private static SerialHistoryProof withTransactions(
            SerialHistoryProof good, List<CertifiedSettlementProof> transactions) {
        return new SerialHistoryProof(
                good.asset(),
                good.serial(),
                good.lotFirst(),
                good.lot(),
                good.passages(),
                transactions,
                good.testimony());
    }

    /** What enough liars sign: a state in which this lot and these passages are others than they were. */
    private Optional<Doubt> doubtOfLie(Change... lies) {
        SerialHistoryProof before = story.proof(17);
        story.history().play(List.of(lies));
        var head = story.history().head(6);
        PassageId[] ids = {id(5), id(4), id(3), id(2)};
        List<StateProof> passages = new ArrayList<>();
        for (PassageId id : ids) {
            passages.add(story.history().proof(Tables.PASSAGES, id));
        }
        return doubt(new SerialHistoryProof(
                BILL,
                17,
                17,
                story.history().proof(Tables.LOTS, new LotKey(BILL, 17)),
                passages,
                before.transactions(),
                new Testimony(List.of(), List.of(), certificate(head, 1, 2, 3))));
    }

    private static PassageId id(long height) {
        return new PassageId(height, 0, 0);
    }

    private Passage passage(long height) {
        return story.network().state().passage(id(height)).orElseThrow();
    }

    private static Change lie(Passage passage, UnaryOperator<Passage> lie) {
        return Tables.PASSAGES.put(lie.apply(passage));
    }

    private static Passage between(Passage passage, Optional<Long> from, Optional<Long> to) {
        return new Passage(
                passage.id(),
                passage.asset(),
                passage.serials(),
                from.map(AccountId::new),
                to.map(AccountId::new),
                passage.transaction(),
                passage.blockTimeMillis(),
                passage.earlier(),
                passage.below(),
                passage.above());
    }

    @Test
    void theSameRecordsInALaterStateAreBelieved() {
        roundTrip();
        assertThat(doubtOfLie()).isEmpty();
    }

    @Test
    void aGapBetweenTwoHandsIsDoubted() {
        roundTrip();
        assertThat(doubtOfLie(lie(passage(4), it -> between(it, Optional.of(5001L), Optional.of(6001L)))))
                .contains(Doubt.HISTORY_BROKEN);
    }

    @Test
    void aHolderWhoReceivedNothingIsDoubted() {
        roundTrip();
        Lot lot = story.lot(17);
        Lot stolen = new Lot(
                BILL,
                lot.first(),
                lot.length(),
                Optional.of(new AccountId(6001)),
                lot.tranche(),
                lot.earliestTransferDay(),
                lot.passage());
        assertThat(doubtOfLie(stolen.set())).contains(Doubt.HOLDER_DIFFERENT);
    }

    @Test
    void aBeginningThatIsNoMintIsDoubted() {
        roundTrip();
        assertThat(doubtOfLie(lie(passage(2), it -> between(it, Optional.of(6001L), Optional.of(3001L)))))
                .contains(Doubt.HISTORY_NOT_BEGUN_BY_MINT);
    }

    @Test
    void whatTheReceiptsDoNotSayIsDoubtedThoughTheStateSaysIt() {
        roundTrip();
        assertThat(doubtOfLie(
                        lie(passage(3), it -> between(it, Optional.of(3001L), Optional.of(6001L))),
                        lie(passage(4), it -> between(it, Optional.of(6001L), Optional.of(3001L)))))
                .contains(Doubt.SERIAL_NOT_MOVED);
    }

    @Test
    void aHistoryHasABoundAndTheStepsOfItsTransactions() {
        roundTrip();
        SerialHistoryProof good = story.proof(17);
        int max = SerialHistoryProof.PASSAGES_MAX;

        assertThat(doubt(withPassages(good, Collections.nCopies(max, good.lot()))))
                .contains(Doubt.PASSAGE_NOT_PROVED);
        assertThatThrownBy(() -> withPassages(good, Collections.nCopies(max + 1, good.lot())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> withTransactions(
                        good, Collections.nCopies(max + 1, good.transactions().getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
