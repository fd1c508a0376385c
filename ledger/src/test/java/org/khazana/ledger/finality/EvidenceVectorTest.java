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
import org.khazana.ledger.block.BlockHeader;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerkleTree;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.ReplicaId;

/** Signed proposals, votes and what two of them prove, against bytes that another implementation worked out. */
class EvidenceVectorTest {
    private Map<String, byte[]> vectors = Map.of();

    @BeforeEach
    void readVectors() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(EvidenceVectorTest.class.getResourceAsStream("/evidence-vectors.txt"))) {
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

    private BlockHeader header(long timeMillis) {
        return new BlockHeader(
                BlockHeader.VERSION,
                chain(),
                7,
                3,
                "validator-2",
                timeMillis,
                sha256("parent"),
                MerkleTree.root(List.of()),
                0,
                sha256("who takes part"),
                Hash.ZEROS);
    }

    private Vote vote(int candidate) {
        return new Vote(
                chain(), 9, new ReplicaId("validator-2", 2), new ReplicaId("validator-" + candidate, candidate));
    }

    private static Hash sha256(String text) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void aHeaderIsSignedAsPublished() throws MalformedHead {
        BlockHeader header = header(1_700_000_000_000L);
        SignedProposal signed = TestProposals.signed(2, header);

        assertThat(TestSigners.privateKey(2)).isEqualTo(bytes("private-key"));
        assertThat(HeaderLayout.encode(header)).isEqualTo(bytes("header"));
        assertThat(HeaderLayout.signingBytes(header)).isEqualTo(bytes("header-signing-bytes"));
        assertThat(signed.hash().toBytes()).isEqualTo(bytes("block-hash"));
        assertThat(signed.key().toBytes()).isEqualTo(bytes("public-key"));
        assertThat(signed.signature().signature()).isEqualTo(bytes("header-signature"));
        assertThat(EvidenceCodec.encode(signed)).isEqualTo(bytes("signed-proposal"));
        assertThat(EvidenceCodec.decodeSignedProposal(bytes("signed-proposal"))).isEqualTo(signed);
        assertThat(signed.isRight(Ed25519.verifier())).isTrue();
    }

    @Test
    void aVoteIsLaidOutAndSignedAsPublished() throws MalformedHead {
        SignedVote signed = TestProposals.signed(2, vote(1));

        assertThat(EvidenceCodec.encode(vote(1))).isEqualTo(bytes("vote"));
        assertThat(EvidenceCodec.encode(vote(3))).isEqualTo(bytes("other-vote"));
        assertThat(vote(1).signingBytes()).isEqualTo(bytes("vote-signing-bytes"));
        assertThat(signed.signature().signature()).isEqualTo(bytes("vote-signature"));
        assertThat(EvidenceCodec.encode(signed)).isEqualTo(bytes("signed-vote"));
        assertThat(EvidenceCodec.decodeSignedVote(bytes("signed-vote"))).isEqualTo(signed);
        assertThat(signed.isRight(Ed25519.verifier())).isTrue();
    }

    @Test
    void evidenceIsLaidOutAsPublishedAndProves() throws MalformedHead {
        DoubleProposing proposing = DoubleProposing.of(
                        TestProposals.signed(2, header(1_700_000_000_001L)),
                        TestProposals.signed(2, header(1_700_000_000_000L)))
                .orElseThrow();
        DoubleVoting voting = DoubleVoting.of(TestProposals.signed(2, vote(3)), TestProposals.signed(2, vote(1)))
                .orElseThrow();

        assertThat(EvidenceCodec.encode((Evidence) proposing)).isEqualTo(bytes("double-proposing"));
        assertThat(EvidenceCodec.decodeEvidence(bytes("double-proposing"))).isEqualTo(proposing);
        assertThat(EvidenceCodec.encode((Evidence) voting)).isEqualTo(bytes("double-voting"));
        assertThat(EvidenceCodec.decodeEvidence(bytes("double-voting"))).isEqualTo(voting);
        assertThat(proposing.isProved(Ed25519.verifier()) && voting.isProved(Ed25519.verifier()))
                .isTrue();
    }
}
