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
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.SignedHead;
import org.khazana.ledger.finality.SigningRecord;
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

    private OwnSigning signingAs(int number) {
        return new OwnSigning(
                new MemberId("validator-" + number, number),
                Signers.signer(number),
                record,
                height -> Optional.ofNullable(history.get(height)));
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
        OwnSigning old =
                new OwnSigning(new MemberId("validator-1", 77), Signers.signer(1), record, height -> Optional.empty());

        assertThat(old.sign(executed("a", 1))).isEmpty();
        assertThat(signing.sign(executed("a", 1))).hasSize(1);
    }

    @Test
    void withoutTheRecordOnDiskNothingIsSigned() {
        record.close();

        assertThatThrownBy(() -> signing.sign(executed("a", 1))).isInstanceOf(RuntimeException.class);
    }

    private List<OwnSigning.Executed> executed(String name, long... heights) {
        return Arrays.stream(heights)
                .mapToObj(height -> Signers.head(height, name))
                .peek(head -> history.put(head.height(), head))
                .map(head -> new OwnSigning.Executed(head, SET))
                .toList();
    }
}
