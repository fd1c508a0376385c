package org.khazana.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.execution.TestNetwork.BILL;
import static org.khazana.ledger.proof.CertifiedHistory.certificate;
import static org.khazana.ledger.proof.CertifiedHistory.voters;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.finality.HeadCodec;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Position;
import org.khazana.ledger.state.Tables;

/** Damaged bytes of testimonies are read, and then they are the one form of what was read, or they are refused with a sentence. */
class TestimonyCodecFuzzTest {
    private static final int ROUNDS = 5_000;

    private final byte[] good = TestimonyCodec.encode(testimony());

    private static Testimony testimony() {
        CertifiedHistory history =
                new CertifiedHistory(voters(0, 1, 4), new Position(new AccountId(17), BILL, 5_000).set());
        history.play(Tables.appoint(voters(1, 3, 6)));
        AppointmentStep step = history.step(1, 2, 4);
        history.play(List.of());
        history.play(List.of());
        history.play(List.of());
        return new Testimony(List.of(step), history.heads(2, 4), certificate(history.head(4), 3, 4, 5));
    }

    @Test
    void whatIsReadHasNoOtherForm() throws Exception {
        assertThat(TestimonyCodec.encode(TestimonyCodec.decode(good))).isEqualTo(good);
        SplittableRandom random = new SplittableRandom(1);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = damaged(random);
            try {
                assertThat(TestimonyCodec.encode(TestimonyCodec.decode(bytes)))
                        .as("round %s", round)
                        .isEqualTo(bytes);
                read++;
            } catch (MalformedTestimony refused) {
                assertThat(refused).hasMessageMatching(".{10,300}");
            }
        }
        assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    private byte[] damaged(SplittableRandom random) {
        byte[] bytes = good.clone();
        int changes = random.nextInt(1, 4);
        for (int i = 0; i < changes; i++) {
            // Every other one near the beginning, where the lengths of the first parts stand.
            int place = random.nextBoolean() ? random.nextInt(bytes.length) : random.nextInt(16);
            bytes[place] = (byte) random.nextInt();
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 20)) : bytes;
    }

    @Test
    void aTestimonyThatIsCutShortOrGoesOnIsRefused() {
        for (int length = 0; length < good.length; length += 7) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> TestimonyCodec.decode(cut)).isInstanceOf(MalformedTestimony.class);
        }
        assertThatThrownBy(() -> TestimonyCodec.decode(Arrays.copyOf(good, good.length + 1)))
                .hasMessageContaining("after the end");
    }

    @Test
    void moreStepsOrHeadsThanATestimonyMayHaveAreRefusedBeforeTheyAreRead() {
        byte[] steps = {(byte) (Testimony.STEPS_MAX + 1)};
        byte[] heads = {0, (byte) (Testimony.HEADS_MAX >> 8), (byte) (Testimony.HEADS_MAX + 1)};

        assertThatThrownBy(() -> TestimonyCodec.decode(steps)).hasMessage("65 where at most 64 are allowed");
        assertThatThrownBy(() -> TestimonyCodec.decode(heads)).hasMessage("1025 where at most 1024 are allowed");
    }

    @Test
    void theBytesAreTheOnesOfTheLayout() throws Exception {
        Testimony testimony = TestimonyCodec.decode(good);
        byte[] certificate = HeadCodec.encode(testimony.certificate());

        assertThat(good[0]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(good, good.length - certificate.length, good.length))
                .isEqualTo(certificate);
        int heads = good.length - certificate.length - Integer.BYTES - 2 * HeadCodec.HEAD_BYTES;
        assertThat(Arrays.copyOfRange(good, heads, heads + HeadCodec.HEAD_BYTES))
                .isEqualTo(HeadCodec.encode(testimony.wanted()));
        assertThat(Arrays.copyOfRange(good, heads - Short.BYTES, heads)).containsExactly(0, 2);
    }
}
