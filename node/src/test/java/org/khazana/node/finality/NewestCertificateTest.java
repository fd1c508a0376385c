package org.khazana.node.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Embedding;
import org.khazana.ledger.finality.Head;

/** Which certificate goes into which block. */
final class NewestCertificateTest {
    private static final Certificate ONE = certificate(1);
    private static final Certificate TWO = certificate(2);

    private static Certificate certificate(long height) {
        Head head = Signers.head(height, "a");
        return new Certificate(head, List.of(Signers.signer(1).sign(head).signature()));
    }

    private static Optional<EmbeddedCertificate> bytes(Certificate certificate) {
        return Optional.of(Embedding.of(certificate));
    }

    @Test
    void beforeAnythingIsCertifiedBlocksCarryNothing() {
        assertThat(new NewestCertificate(Optional.empty()).forBlock(1, 1)).isEmpty();
    }

    @Test
    void eachGoesIntoOneBlockOfATerm() {
        NewestCertificate newest = new NewestCertificate(Optional.of(ONE));

        assertThat(newest.forBlock(1, 5)).isEqualTo(bytes(ONE));
        assertThat(newest.forBlock(1, 6)).isEmpty();
        newest.reached(TWO);
        assertThat(newest.forBlock(1, 7)).isEqualTo(bytes(TWO));
        assertThat(newest.forBlock(1, 8)).isEmpty();
    }

    @Test
    void theFirstBlockOfATermCarriesTheNewestAgain() {
        NewestCertificate newest = new NewestCertificate(Optional.of(ONE));
        newest.forBlock(1, 5);

        assertThat(newest.forBlock(2, 5)).isEqualTo(bytes(ONE));
        assertThat(newest.forBlock(2, 6)).isEmpty();
    }

    @Test
    void anOlderOneThatComesLaterIsNotTheNewest() {
        NewestCertificate newest = new NewestCertificate(Optional.empty());
        newest.reached(TWO);
        newest.reached(ONE);

        assertThat(newest.forBlock(1, 5)).isEqualTo(bytes(TWO));
    }

    @Test
    void aBlockNeverCarriesACertificateOfItsOwnHeightOrAGreaterOne() {
        NewestCertificate newest = new NewestCertificate(Optional.of(TWO));

        assertThat(newest.forBlock(1, 2)).isEmpty();
        assertThat(newest.forBlock(1, 3)).isEqualTo(bytes(TWO));
    }
}
