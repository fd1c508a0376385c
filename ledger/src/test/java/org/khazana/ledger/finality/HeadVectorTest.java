package org.khazana.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.transaction.ChainId;

/** Heads, certificates and evidence, against bytes that another implementation worked out. */
class HeadVectorTest {
    private static final SignatureVerifier VERIFIER = Ed25519.verifier();

    private Map<String, byte[]> vectors = Map.of();

    @BeforeEach
    void readVectors() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(HeadVectorTest.class.getResourceAsStream("/head-vectors.txt"))) {
            vectors = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" = ", -1))
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> HexFormat.of().parseHex(parts[1])));
        }
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(vectors.get(name), name);
    }

    private ChainId chain() {
        return new ChainId(Hash.of(bytes("chain-id")));
    }

    private Head founding() {
        return Head.founding(chain(), sha256("state 0"));
    }

    private Head head() {
        return founding().next(0, sha256("block 1"), sha256("state 1"), sha256("receipts 1"));
    }

    private Head otherHead() {
        return founding().next(0, sha256("block 1"), sha256("other state 1"), sha256("receipts 1"));
    }

    private static Hash sha256(String text) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void headsAreLaidOutChainedAndHashedAsPublished() throws MalformedHead {
        Head next = head().next(1, sha256("block 2"), sha256("state 2"), sha256("receipts 2"));

        assertThat(HeadCodec.encode(founding())).isEqualTo(bytes("founding-head"));
        assertThat(founding().hash().toBytes()).isEqualTo(bytes("founding-head-hash"));
        assertThat(HeadCodec.encode(head())).isEqualTo(bytes("head"));
        assertThat(head().signingBytes()).isEqualTo(bytes("head-signing-bytes"));
        assertThat(head().hash().toBytes()).isEqualTo(bytes("head-hash"));
        assertThat(HeadCodec.encode(next)).isEqualTo(bytes("next-head"));
        assertThat(next.hash().toBytes()).isEqualTo(bytes("next-head-hash"));
        assertThat(HeadCodec.decodeHead(bytes("next-head"))).isEqualTo(next);
    }

    @Test
    void aHeadIsSignedAsPublished() throws MalformedHead {
        SignedHead signed = TestSigners.reallySigned(1, head());

        assertThat(TestSigners.privateKey(1)).isEqualTo(bytes("private-key"));
        assertThat(signed.key().toBytes()).isEqualTo(bytes("public-key"));
        assertThat(signed.signature().signature()).isEqualTo(bytes("signature"));
        assertThat(HeadCodec.encode(signed)).isEqualTo(bytes("signed-head"));
        assertThat(HeadCodec.decodeSignedHead(bytes("signed-head"))).isEqualTo(signed);
        assertThat(signed.isRight(VERIFIER)).isTrue();
    }

    @Test
    void aCertificateIsLaidOutAsPublishedAndProves() throws MalformedHead {
        Certificate certificate = TestSigners.certificate(
                TestSigners.reallySigned(3, head()),
                TestSigners.reallySigned(1, head()),
                TestSigners.reallySigned(2, head()));

        assertThat(HeadCodec.encode(certificate)).isEqualTo(bytes("certificate"));
        assertThat(HeadCodec.decodeCertificate(bytes("certificate"))).isEqualTo(certificate);
        assertThat(certificate.doubt(chain(), TestSigners.voters(0, 4), VERIFIER))
                .isEmpty();
    }

    @Test
    void evidenceIsLaidOutAsPublishedAndProves() throws MalformedHead {
        Head second = otherHead().next(0, sha256("block 2"), sha256("other state 2"), sha256("receipts 2"));
        Head third = second.next(0, sha256("block 3"), sha256("other state 3"), sha256("receipts 3"));
        SignedHead first = TestSigners.reallySigned(2, head());
        DoubleSigning ofOne = DoubleSigning.of(first, TestSigners.reallySigned(2, otherHead()), List.of())
                .orElseThrow();
        DoubleSigning ofTwo = DoubleSigning.of(first, TestSigners.reallySigned(2, third), List.of(second))
                .orElseThrow();

        assertThat(HeadCodec.encode(ofOne)).isEqualTo(bytes("evidence-of-one-height"));
        assertThat(HeadCodec.decodeDoubleSigning(bytes("evidence-of-one-height")))
                .isEqualTo(ofOne);
        assertThat(HeadCodec.encode(ofTwo)).isEqualTo(bytes("evidence-of-two-heights"));
        assertThat(HeadCodec.decodeDoubleSigning(bytes("evidence-of-two-heights")))
                .isEqualTo(ofTwo);
        assertThat(ofOne.isProved(VERIFIER) && ofTwo.isProved(VERIFIER)).isTrue();
    }
}
