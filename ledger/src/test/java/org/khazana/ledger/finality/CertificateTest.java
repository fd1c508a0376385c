package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.ledger.finality.TestSigners.CHAIN;
import static org.khazana.ledger.finality.TestSigners.QUICK;
import static org.khazana.ledger.finality.TestSigners.certificate;
import static org.khazana.ledger.finality.TestSigners.certificateBy;
import static org.khazana.ledger.finality.TestSigners.reallySigned;
import static org.khazana.ledger.finality.TestSigners.signed;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ValidatorSet;

class CertificateTest {
    private static final SignatureVerifier VERIFIER = Ed25519.verifier();
    private static final Head HEAD = TestSigners.history("one", 3).get(3);
    private static final ValidatorSet FOUR = TestSigners.voters(0, 4);

    @Test
    void noBitOfACertificateCanBeChanged() throws MalformedHead {
        Certificate all =
                certificate(reallySigned(1, HEAD), reallySigned(2, HEAD), reallySigned(3, HEAD), reallySigned(4, HEAD));
        byte[] good = HeadCodec.encode(all);
        assertThat(isBelieved(good)).isTrue();

        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] changed = good.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(isBelieved(changed)).as("bit %s", bit).isFalse();
        }
    }

    private static boolean isBelieved(byte[] bytes) {
        try {
            return HeadCodec.decodeCertificate(bytes)
                    .doubt(CHAIN, FOUR, VERIFIER)
                    .isEmpty();
        } catch (MalformedHead refused) {
            return false;
        }
    }

    @Test
    void oneWrongSignatureSpoilsItEvenIfTheOthersWouldDo() {
        HeadSignature wrong = HeadSignature.of(TestSigners.key(4), new byte[64]);
        Certificate spoiled =
                certificate(signed(1, HEAD), signed(2, HEAD), signed(3, HEAD), new SignedHead(HEAD, wrong));
        Certificate stranger = certificateBy(HEAD, 1, 2, 3, 5);

        assertThat(certificateBy(HEAD, 1, 2, 3).doubt(CHAIN, FOUR, QUICK)).isEmpty();
        assertThat(spoiled.doubt(CHAIN, FOUR, QUICK).orElseThrow()).contains("signature", "is wrong");
        assertThat(stranger.doubt(CHAIN, FOUR, QUICK).orElseThrow()).contains("no voter of epoch 0");
    }

    @Test
    void tooFewAnotherEpochAndAnotherNetworkAreDoubted() {
        Certificate good = certificateBy(HEAD, 1, 2, 3);
        ChainId other = new ChainId(TestSigners.hash("other"));

        assertThat(certificateBy(HEAD, 1, 2).doubt(CHAIN, FOUR, QUICK).orElseThrow())
                .contains("only 2 of 4 voters");
        assertThat(good.doubt(CHAIN, TestSigners.voters(1, 4), QUICK).orElseThrow())
                .contains("epoch 0, not of 1");
        assertThat(good.doubt(other, FOUR, QUICK).orElseThrow()).contains("another network");
    }

    @Test
    void keysStandInOrderAndOnce() {
        List<HeadSignature> good = certificateBy(HEAD, 1, 2, 3).signatures();

        for (List<HeadSignature> bad :
                List.of(good.reversed(), List.of(good.get(0), good.get(0)), List.<HeadSignature>of())) {
            assertThatThrownBy(() -> new Certificate(HEAD, bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSignatureIsForOneHeadOnly() {
        SignedHead signed = reallySigned(1, HEAD);
        byte[] tooLong = Arrays.copyOf(signed.signature().signature(), 65);

        assertThat(new SignedHead(TestSigners.FOUNDING, signed.signature()).isRight(VERIFIER))
                .isFalse();
        assertThatThrownBy(() -> HeadSignature.of(signed.key(), tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
