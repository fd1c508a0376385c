package org.khazana.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.block.BlockAssembly;
import org.khazana.ledger.block.BlockOrigin;
import org.khazana.ledger.block.EmbeddedCertificate;
import org.khazana.ledger.block.HeaderLayout;
import org.khazana.ledger.block.HeaderSignature;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.execution.TestNetwork;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionSignature;

/** The published layouts, against bytes that another implementation worked out. */
class ProofVectorTest {
    private Map<String, byte[]> vectors = Map.of();

    @BeforeEach
    void readVectors() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(ProofVectorTest.class.getResourceAsStream("/proof-vectors.txt"))) {
            Function<String, String[]> split = line -> line.split(" = ", -1);
            vectors = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(split)
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> HexFormat.of().parseHex(parts[1])));
        }
    }

    private byte[] bytes(String name) {
        return Objects.requireNonNull(vectors.get(name), name);
    }

    private Hash hash(String name) {
        return Hash.of(bytes(name));
    }

    private ChainId chain() {
        return new ChainId(hash("chain-id"));
    }

    @Test
    void theChainIdIsTheHashOfTheGenesisFile() {
        assertThat(Domain.GENESIS.hash(bytes("genesis-file"))).isEqualTo(hash("chain-id"));
    }

    @Test
    void theTransactionIsEncodedNamedAndSignedAsPublished() throws MalformedTransaction {
        byte[] requestId = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        TransactionBody body = new TransactionBody(
                chain(),
                RequestId.of(requestId),
                TestNetwork.id(3),
                0,
                1_700_000_000_000L,
                TestNetwork.transfer(3001, 5001, 10));

        byte[] encoded = TransactionCodec.encodeBody(body);
        byte[] signature = Ed25519.sign(bytes("private-key"), TransactionCodec.signingBytes(chain(), encoded));
        byte[] envelope = TransactionCodec.encodeEnvelope(
                encoded, List.of(TransactionSignature.of(Ed25519.publicKeyOf(bytes("private-key")), signature)));
        Transaction decoded = TransactionCodec.decode(chain(), bytes("envelope"));

        assertThat(encoded).isEqualTo(bytes("body"));
        assertThat(TransactionCodec.signingBytes(chain(), encoded)).isEqualTo(bytes("signing-bytes"));
        assertThat(Ed25519.publicKeyOf(bytes("private-key")).toBytes()).isEqualTo(bytes("public-key"));
        assertThat(signature).isEqualTo(bytes("signature"));
        assertThat(envelope).isEqualTo(bytes("envelope"));
        assertThat(decoded.id().hash()).isEqualTo(hash("transaction-id"));
        assertThat(decoded.body()).isEqualTo(body);
    }

    @Test
    void theRootsAreThoseOfThePublishedTree() {
        byte[] envelope = bytes("envelope");

        assertThat(Domain.ENVELOPE_LEAF.hash(envelope)).isEqualTo(hash("envelope-leaf"));
        assertThat(BlockAssembly.transactionsRoot(List.of())).isEqualTo(hash("root-of-none"));
        assertThat(BlockAssembly.transactionsRoot(List.of(envelope))).isEqualTo(hash("root-of-envelope"));
        assertThat(BlockAssembly.transactionsRoot(List.of(envelope, new byte[] {1}, new byte[0])))
                .isEqualTo(hash("root-of-envelope-01-and-empty"));
    }

    @Test
    void theBlockAndItsHeaderAreLaidOutHashedAndSignedAsPublished() throws MalformedBlock {
        EmbeddedCertificate certificate = EmbeddedCertificate.of(bytes("certificate"));
        Block block = BlockAssembly.assemble(
                new BlockOrigin(
                        chain(),
                        7,
                        2,
                        "validator-1",
                        1_700_000_000_123L,
                        hash("parent-hash"),
                        hash("validator-set-hash"),
                        Optional.of(certificate)),
                List.of(bytes("envelope"), new byte[] {1}, new byte[0]));

        assertThat(HeaderLayout.encode(block.header())).isEqualTo(bytes("header"));
        assertThat(HeaderLayout.decode(bytes("header"))).isEqualTo(block.header());
        assertThat(block.hash()).isEqualTo(hash("block-hash"));
        assertThat(certificate.hash()).isEqualTo(hash("certificate-hash"));
        assertThat(Ed25519.sign(bytes("private-key"), HeaderLayout.signingBytes(block.header())))
                .isEqualTo(bytes("header-signature"));
        assertThat(BlockCodec.encode(block.signedWith(HeaderSignature.of(bytes("header-signature")))))
                .isEqualTo(bytes("block"));
        assertThat(BlockCodec.decode(bytes("block")).certificate()).contains(certificate);
    }
}
