package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SigningRecord;
import org.khazana.ledger.finality.Unlogged;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.storage.signing.SigningRecordFile;

/** No signature leaves before the record that forbids all others is durable, and none contradicts it ever after. */
final class OwnSigningTest {
    private static final ValidatorSet SET = Signers.set(4);

    @TempDir
    private Path folder;

    private final Map<Long, Head> history = new TreeMap<>();
    private SigningRecordFile record;
    private OwnSigning signing;

    @BeforeEach
    void open() throws Exception {
        SigningRecordFile.create(folder.resolve("signed"));
        reopen();
    }

    private void reopen() {
        record = SigningRecordFile.open(folder.resolve("signed"));
        signing = signingAs(1);
    }

    /** Where two of three others have answered, and remember nothing. */
    private OwnSigning signingAs(int number) {
        return answered(silentAs(new MemberId("validator-" + number, number), number));
    }

    private OwnSigning silentAs(MemberId self, int number) {
        return new OwnSigning(
                self,
                Signers.signer(number),
                record,
                height -> Optional.ofNullable(history.get(height)),
                new Unlogged(5, 6),
                Ed25519.verifier());
    }

    private static OwnSigning answered(OwnSigning signing) {
        signing.answered(new MemberId("validator-2", 2), SET);
        signing.answered(new MemberId("validator-3", 3), SET);
        return signing;
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void manyBlocksAreSignedTogetherAndTheRecordNamesTheLast() {
        List<SignedHead> signed = signing.sign(executed("a", 1, 2, 3));

        assertThat(signed).extracting(SignedHead::height).containsExactly(1L, 2L, 3L);
        assertThat(record.load()).contains(SigningRecord.of(Signers.head(3, "a")));
    }

    @Test
    void afterARestartTheSameSignatureIsSentAgainAndNoneBelow() {
        SignedHead before = signing.sign(executed("a", 1, 2, 3)).getLast();
        record.close();
        reopen();

        assertThat(signing.sign(executed("a", 1, 2))).isEmpty();
        assertThat(signing.sign(executed("a", 3))).containsExactly(before);
        assertThat(signing.sign(executed("a", 4)))
                .extracting(SignedHead::height)
                .containsExactly(4L);
    }

    @Test
    void anotherResultThanTheOneThatWasSignedStopsTheNode() {
        signing.sign(executed("a", 1, 2, 3));
        record.close();
        reopen();

        assertThatThrownBy(() -> signing.sign(executed("b", 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("block 3 has come to another result");
        assertThatThrownBy(() -> signing.sign(executed("b", 4))).isInstanceOf(IllegalStateException.class);
        assertThat(record.load()).contains(SigningRecord.of(Signers.head(3, "a")));
    }

    @Test
    void nothingIsSignedWhileItIsNotKnownWhetherTheHistoryIsTheOneThatWasSigned() {
        signing.sign(executed("a", 1, 2, 3));
        history.clear();

        assertThat(signing.sign(executed("a", 9))).isEmpty();
        assertThat(signing.signAgain(Signers.head(2, "a"))).isEmpty();
    }

    @Test
    void whoIsNoVoterSignsNothing() {
        assertThat(signingAs(7).sign(executed("a", 1, 2))).isEmpty();
        assertThat(record.load()).isEmpty();
    }

    @Test
    void theSuccessorOfALostDirectorySignsAndTheOldOneDoesNot() {
        OwnSigning old = answered(silentAs(new MemberId("validator-1", 77), 1));

        assertThat(old.sign(executed("a", 1))).isEmpty();
        assertThat(signing.sign(executed("a", 1))).hasSize(1);
    }

    @Test
    void withoutTheRecordOnDiskNothingIsSigned() {
        record.close();

        assertThatThrownBy(() -> signing.sign(executed("a", 1))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void afterAStartNothingNewIsSignedBeforeTwoOfThreeOthersHaveToldWhatTheyRemember() {
        SignedHead before = signing.sign(executed("a", 1, 2)).getLast();
        signing = silentAs(new MemberId("validator-1", 1), 1);

        signing.answered(new MemberId("validator-2", 2), SET);
        assertThat(signing.sign(executed("a", 1, 2, 3))).containsExactly(before);
        assertThat(signing.isWaiting()).isTrue();

        signing.answered(new MemberId("validator-3", 99), SET); // another folder than that of the voter
        assertThat(signing.sign(executed("a", 3))).isEmpty();
        signing.answered(new MemberId("validator-4", 4), SET);
        assertThat(signing.isWaiting()).isFalse();
        assertThat(signing.sign(executed("a", 3))).hasSize(1);
    }

    @Test
    void aSignatureOfItsOwnThatItDoesNotRememberStopsTheNode() {
        signing.sign(executed("a", 1, 2, 3));
        signing.shown(Signers.signer(1).sign(Signers.head(2, "a")), SET);
        signing.shown(Signers.signer(1).sign(Signers.head(3, "a")), SET);

        assertThatThrownBy(() -> signing.shown(Signers.signer(1).sign(Signers.head(4, "a")), SET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of block 4, and its own record ends at block 3")
                .hasMessageContaining("an old copy");
        assertThatThrownBy(() -> signing.shown(Signers.signer(1).sign(Signers.head(3, "b")), SET))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void neitherForgedSignaturesNorThoseOfTheFolderBeforeStopTheNode() {
        Head later = Signers.head(4, "a");
        HeadSignature forged = HeadSignature.of(
                Signers.signer(1).key(),
                Signers.signer(2).sign(later).signature().signature());

        signing.shown(new SignedHead(later, forged), SET);
        silentAs(new MemberId("validator-1", 77), 1).shown(Signers.signer(1).sign(later), SET);

        assertThat(signing.sign(executed("a", 1))).hasSize(1);
    }

    /** Five blocks are in the log, and six in the state. */
    @Test
    void blocksThatTheLogHasLostAreNotSignedBeforeLaterOnesAre() {
        assertThat(signing.sign(executed("a", 5, 6)))
                .extracting(SignedHead::height)
                .containsExactly(5L);
        assertThat(signing.sign(executed("a", 7)))
                .extracting(SignedHead::height)
                .containsExactly(7L);
    }

    private List<OwnSigning.Executed> executed(String name, long... heights) {
        return Arrays.stream(heights)
                .mapToObj(height -> Signers.head(height, name))
                .peek(head -> history.put(head.height(), head))
                .map(head -> new OwnSigning.Executed(head, SET))
                .toList();
    }
}
