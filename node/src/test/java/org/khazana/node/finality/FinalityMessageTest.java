package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.DoubleProposing;
import org.khazana.ledger.finality.DoubleVoting;
import org.khazana.ledger.finality.SignedHead;

final class FinalityMessageTest {
    private static final SignedHead SIGNED = Signers.signer(1).sign(Signers.head(1, "a"));
    private static final Certificate CERTIFICATE = new Certificate(SIGNED.head(), List.of(SIGNED.signature()));
    private static final List<FinalityMessage> ALL = List.of(
            new FinalityMessage.Signed(List.of(SIGNED), false),
            new FinalityMessage.Signed(List.of(SIGNED, SIGNED), true),
            new FinalityMessage.Certified(List.of(CERTIFICATE)),
            new FinalityMessage.Wanted(7, 9),
            new FinalityMessage.Heads(List.of(Signers.head(2, "a"), Signers.head(1, "a"))),
            new FinalityMessage.Proposals(List.of(Signers.proposal(2, 7, 3, "a"), Signers.proposal(2, 7, 3, "b"))),
            new FinalityMessage.Votes(List.of(Signers.vote(2, 9, 1))),
            new FinalityMessage.Accusations(List.of(
                    DoubleProposing.of(Signers.proposal(2, 7, 3, "a"), Signers.proposal(2, 7, 3, "b"))
                            .orElseThrow(),
                    DoubleVoting.of(Signers.vote(2, 9, 1), Signers.vote(2, 9, 3))
                            .orElseThrow())),
            new FinalityMessage.Recall(SIGNED.key()),
            new FinalityMessage.Recalled(SIGNED.key(), Optional.empty()),
            new FinalityMessage.Recalled(SIGNED.key(), Optional.of(SIGNED)));

    @Test
    void everyMessageReadsAsItWasWritten() {
        assertThat(ALL)
                .allSatisfy(message ->
                        assertThat(FinalityMessage.of(message.toBytes())).isEqualTo(message));
    }

    @Test
    void aMessageCutShortOrTooLongIsRefused() {
        for (FinalityMessage message : ALL) {
            byte[] bytes = message.toBytes();
            for (int length = 0; length < bytes.length; length++) {
                byte[] part = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> FinalityMessage.of(part)).isInstanceOf(IllegalArgumentException.class);
            }
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
            assertThatThrownBy(() -> FinalityMessage.of(longer)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anyBytesAreEitherAMessageOrRefused() {
        Random random = new Random(1);
        for (int run = 0; run < 20_000; run++) {
            byte[] bytes = ALL.get(random.nextInt(ALL.size())).toBytes();
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                bytes[random.nextInt(random.nextBoolean() ? 6 : bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(FinalityMessage.of(bytes).toBytes()).isEqualTo(bytes);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }
}
