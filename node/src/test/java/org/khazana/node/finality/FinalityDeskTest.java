package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.DoubleSigning;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.proof.AppointmentStep;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StatePath;
import org.khazana.ledger.statetree.StateProofCheck;
import org.khazana.ledger.table.NetChanges;
import org.khazana.ledger.validator.SigningKeys;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.node.transport.FinalityPeers;
import org.khazana.simulation.contract.BlockResults;
import org.khazana.storage.signing.SigningRecordFile;
import org.khazana.storage.state.LedgerStore;

/** One validator of four: what it does about what the three others sign. */
final class FinalityDeskTest {
    private static final ValidatorSet SET = Signers.set(4);
    private static final MemberId PEER = new MemberId("validator-2", 2);
    private static final SigningKeys KEYS = SigningKeys.none().with(SET);

    @TempDir
    private Path folder;

    private final List<FinalityMessage> toAll = new ArrayList<>();
    private final List<FinalityMessage> toPeer = new ArrayList<>();
    private final List<Long> certified = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private LedgerStore store;
    private SigningRecordFile record;
    private FinalityDesk desk;

    @BeforeEach
    void open() throws Exception {
        SigningRecordFile.create(folder.resolve("signed"));
        record = SigningRecordFile.open(folder.resolve("signed"));
        store = LedgerStore.open(folder.resolve("state"));
        store.found(BlockResults.CHAIN, Tables.appoint(SET));
        desk = openDesk();
        answer(2);
        answer(3);
        toAll.clear(); // the head of the founding state
        certified.clear();
    }

    private FinalityDesk openDesk() {
        return Finality.open(
                new Finality.Own(
                        BlockResults.CHAIN, new MemberId("validator-1", 1), Signers.signer(1), record, store, 0),
                new Finality.Sight(() -> KEYS, height -> Optional.empty(), () -> 1),
                Ed25519.verifier(),
                new FinalityPeers() {
                    @Override
                    public void tellAll(byte[] message) {
                        toAll.add(FinalityMessage.of(message));
                    }

                    @Override
                    public void tell(MemberId peer, byte[] message) {
                        toPeer.add(FinalityMessage.of(message));
                    }
                },
                certificate -> certified.add(certificate.head().height()),
                Runnable::run,
                (sentence, cause) -> faults.add(sentence));
    }

    @AfterEach
    void close() {
        store.close();
        record.close();
    }

    /** That validator remembers no signature of this one. */
    private void answer(int validator) {
        desk.received(
                new MemberId("validator-" + validator, validator),
                new FinalityMessage.Recalled(Signers.signer(1).key(), Optional.empty()).toBytes());
    }

    private Head execute() {
        Head head = store.apply(BlockResults.of(store.appliedHeight() + 1, List.of(), NetChanges.NONE));
        desk.executed(head, SET);
        return head;
    }

    /** Executes a block that appoints the same four anew, and one of theirs. */
    private List<Head> executeAppointment() {
        ValidatorSet next = new ValidatorSet(1, SET.validators(), SET.minimums());
        Head last = store.apply(new BlockResult(
                1,
                Signers.hash("block 1"),
                0,
                List.of(),
                NetChanges.of(store.view(), Tables.appoint(next)),
                List.of()));
        desk.executed(last, SET);
        Head first = store.apply(new BlockResult(2, Signers.hash("block 2"), 1, List.of(), NetChanges.NONE, List.of()));
        desk.executed(first, next);
        return List.of(last, first);
    }

    @Test
    void theCertificateOfTheHeadThatEndedAnEpochMakesTheStepToTheNext() throws Exception {
        Head last = executeAppointment().getFirst();
        assertThat(store.steps(9)).isEmpty();

        hear(false, by(2, last), by(3, last));

        AppointmentStep step = store.steps(9).getFirst();
        assertThat(step.certificate()).isEqualTo(store.certificateFrom(1).orElseThrow());
        assertThat(step.epoch()).hasValue(1);
        StatePath path = StatePath.of(Tables.VALIDATORS.number(), Tables.VALIDATORS.keyBytes(1L));
        assertThat(StateProofCheck.valueAt(last.stateRoot(), path, step.validators()))
                .hasValueSatisfying(value -> assertThat(
                                Tables.VALIDATORS.readValue(1L, value).epoch())
                        .isEqualTo(1));
        assertThat(faults).isEmpty();
    }

    /** Later certificates vouch for its height, but not for who has signed them. */
    @Test
    void thatCertificateIsAskedForThoughLaterOnesAreThereAndAfterARestart() {
        List<Head> heads = executeAppointment();
        Head last = heads.getFirst();
        hear(false, by(2, heads.getLast()), by(3, heads.getLast()));
        assertThat(store.certifiedHeight()).isEqualTo(2);
        FinalityMessage again = new FinalityMessage.Signed(List.of(by(1, last)), true);

        toAll.clear();
        desk.remind();
        assertThat(toAll).containsExactly(again);
        desk = openDesk();
        answer(2);
        answer(3);
        toAll.clear();
        desk.remind();
        assertThat(toAll).containsExactly(again);

        hear(false, by(2, last), by(3, last));
        assertThat(store.steps(9)).hasSize(1);
        toAll.clear();
        desk.remind();
        assertThat(toAll).isEmpty();
        assertThat(faults).isEmpty();
    }

    private void hear(boolean isReminder, SignedHead... signed) {
        desk.received(PEER, new FinalityMessage.Signed(List.of(signed), isReminder).toBytes());
    }

    private static SignedHead by(int validator, Head head) {
        return Signers.signer(validator).sign(head);
    }

    private static Head forged(Head head) {
        return new Head(
                head.chainId(),
                head.epoch(),
                head.height(),
                head.blockHash(),
                Signers.hash("another state"),
                head.receiptsRoot(),
                head.previous());
    }

    @Test
    void itTellsAllWhatItSignsAndKeepsTheCertificateOnceThreeHaveSigned() {
        Head head = execute();

        assertThat(toAll).containsExactly(new FinalityMessage.Signed(List.of(by(1, head)), false));
        hear(false, by(2, head));
        assertThat(certified).isEmpty();
        hear(false, by(3, head));

        assertThat(certified).containsExactly(1L);
        Certificate kept = store.certificateFrom(1).orElseThrow();
        assertThat(kept.head()).isEqualTo(head);
        assertThat(kept.doubt(BlockResults.CHAIN, SET, Ed25519.verifier())).isEmpty();
    }

    @Test
    void signaturesThatComeBeforeTheBlockIsExecutedCountOnceItIs() {
        Head head = new HeadOfNext(store).head();
        hear(false, by(2, head), by(3, head));
        assertThat(certified).isEmpty();

        assertThat(execute()).isEqualTo(head);

        assertThat(certified).containsExactly(1L);
    }

    @Test
    void whatIsNotCertifiedIsToldAgainAndWhoKnowsTheCertificateAnswersWithIt() {
        Head head = execute();
        toAll.clear();

        desk.remind();
        assertThat(toAll).containsExactly(new FinalityMessage.Signed(List.of(by(1, head)), true));
        hear(false, by(2, head), by(3, head));
        desk.remind();
        assertThat(toAll).hasSize(1);
        hear(true, by(4, head));

        assertThat(toPeer)
                .containsExactly(new FinalityMessage.Certified(
                        List.of(store.certificateFrom(1).orElseThrow())));
    }

    @Test
    void aCertificateThatSomebodyElseHasPutTogetherIsTakenIfItIsRight() {
        Head head = execute();
        desk.received(PEER, new FinalityMessage.Certified(List.of(certificate(head, 2, 3))).toBytes());
        assertThat(certified).isEmpty();

        desk.received(PEER, new FinalityMessage.Certified(List.of(certificate(head, 2, 3, 4))).toBytes());

        assertThat(certified).containsExactly(1L);
    }

    @Test
    void aCertificateOfAnotherOutcomeStopsTheNodeAndIsKept() {
        Head theirs = forged(execute());

        desk.received(PEER, new FinalityMessage.Certified(List.of(certificate(theirs, 2, 3, 4))).toBytes());

        assertThat(faults).singleElement().asString().contains("another outcome of block 1");
        assertThat(store.evidence()).containsExactly(HeadCodec.encode(certificate(theirs, 2, 3, 4)));
        assertThat(certified).isEmpty();
    }

    @Test
    void validatorsWhoWereReplacedOverruleNobody() {
        ValidatorSet successors = Signers.set(1, 5, 8);
        desk.executed(
                store.apply(BlockResults.of(1, List.of(), NetChanges.of(store.view(), Tables.appoint(successors)))),
                SET);
        Head ours =
                store.apply(new BlockResult(2, BlockResults.blockHash(2), 1, List.of(), NetChanges.NONE, List.of()));
        desk.executed(ours, successors);
        Head theirs = new Head(
                ours.chainId(), 0, 2, ours.blockHash(), Signers.hash("theirs"), ours.receiptsRoot(), ours.previous());

        desk.received(PEER, new FinalityMessage.Certified(List.of(certificate(theirs, 2, 3, 4))).toBytes());
        hear(false, by(2, theirs), by(3, theirs), by(4, theirs));

        assertThat(faults).isEmpty();
        desk.received(PEER, new FinalityMessage.Certified(List.of(certificate(ours, 5, 6, 7))).toBytes());
        assertThat(certified).containsExactly(2L);
    }

    @Test
    void threeOthersWhoSignAnotherOutcomeStopTheNodeAndTwoDoNot() {
        Head head = execute();
        hear(false, by(2, forged(head)), by(3, forged(head)));
        assertThat(faults).isEmpty();

        hear(false, by(4, forged(head)));

        assertThat(faults).hasSize(1);
    }

    @Test
    void whoSignsTwoOutcomesIsNamedByEvidenceAndNotCountedAnyMore() throws Exception {
        Head head = execute();
        hear(false, by(2, head), by(2, forged(head)), by(3, head));

        assertThat(certified).isEmpty();
        DoubleSigning evidence = HeadCodec.decodeDoubleSigning(store.evidence().getFirst());
        assertThat(evidence.isProved(Ed25519.verifier())).isTrue();
        assertThat(evidence.key()).isEqualTo(by(2, head).key());
        hear(false, by(4, head));
        assertThat(certified).containsExactly(1L);
        assertThat(faults).isEmpty();
    }

    @Test
    void whoWasConvictedIsNotCountedAfterARestartEither() {
        Head first = execute();
        hear(false, by(2, first), by(2, forged(first)), by(3, first), by(4, first));
        desk = openDesk();
        answer(3);
        answer(4);
        certified.clear();

        Head head = execute();
        hear(false, by(2, head), by(3, head));
        assertThat(certified).isEmpty();
        hear(false, by(4, head));

        assertThat(certified).containsExactly(2L);
    }

    @Test
    void bytesThatNobodyCanReadAndWrongSignaturesChangeNothing() {
        Head head = execute();
        SignedHead wrong = new SignedHead(
                head,
                HeadSignature.of(by(3, head).key(), by(2, head).signature().signature()));

        desk.received(PEER, new byte[] {9, 9});
        hear(false, wrong, by(2, head));

        assertThat(certified).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void whoAsksWhatItHasSignedIsToldTheHighestThatIsRemembered() {
        Head first = execute();
        Head second = execute();
        hear(false, by(2, first), by(2, second));

        desk.received(PEER, new FinalityMessage.Recall(Signers.signer(2).key()).toBytes());
        desk.received(PEER, new FinalityMessage.Recall(Signers.signer(3).key()).toBytes());

        assertThat(toPeer)
                .containsExactly(
                        new FinalityMessage.Recalled(Signers.signer(2).key(), Optional.of(by(2, second))),
                        new FinalityMessage.Recalled(Signers.signer(3).key(), Optional.empty()));
    }

    @Test
    void anOldRecordIsNoticedAndTheNodeStops() {
        Head next = new HeadOfNext(store).head();

        desk.received(PEER, new FinalityMessage.Recalled(Signers.signer(1).key(), Optional.of(by(1, next))).toBytes());

        assertThat(faults).singleElement().asString().contains("an old copy of its data folder was put back");
    }

    @Test
    void whoWasOverruledStopsAgainAtEachStart() {
        Head theirs = forged(execute());
        desk.received(PEER, new FinalityMessage.Certified(List.of(certificate(theirs, 2, 3, 4))).toBytes());
        faults.clear();

        desk.start(store.evidence(), SET);

        assertThat(faults).singleElement().asString().contains("another outcome of block 1");
    }

    /** The state may have fallen back in a crash, and is executed anew. */
    @Test
    void onTheWayToWhereItWasOverruledANodeSaysNothing() {
        Head two = execute().next(0, BlockResults.blockHash(2), Signers.hash("theirs"), Signers.hash("theirs"));
        toAll.clear();
        desk.start(
                List.of(HeadCodec.encode(
                        certificate(two.next(0, two.blockHash(), two.stateRoot(), two.receiptsRoot()), 2, 3, 4))),
                SET);

        execute();
        desk.remind();
        assertThat(toAll).isEmpty();
        execute();

        assertThat(faults).singleElement().asString().contains("another outcome of block 3");
        assertThat(toAll).isEmpty();
    }

    private static Certificate certificate(Head head, int... signers) {
        List<HeadSignature> signatures = IntStream.of(signers)
                .mapToObj(signer -> by(signer, head).signature())
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        return new Certificate(head, signatures);
    }

    /** The head that the next empty block will have. */
    private record HeadOfNext(LedgerStore store) {
        Head head() {
            Head newest = store.newestHead();
            return newest.next(
                    0, BlockResults.blockHash(newest.height() + 1), newest.stateRoot(), newest.receiptsRoot());
        }
    }
}
