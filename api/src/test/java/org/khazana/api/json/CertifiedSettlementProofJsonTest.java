package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.finality.Certificate;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.finality.HeadSignature;
import org.khazana.ledger.proof.CertifiedSettlementProof;
import org.khazana.ledger.proof.CertifiedSettlementVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.Doubt;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.receipt.ReceiptLimits;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

class CertifiedSettlementProofJsonTest {
    private static final Head HEAD = new Head(new ChainId(hash(1)), 0, 7, hash(2), hash(3), hash(4), hash(5));
    private static final String GOOD = text(proof(settlement(), 2, 3));

    private static Hash hash(int number) {
        return Domain.GENESIS.hash(new byte[] {(byte) number});
    }

    private static byte[] file(String name) {
        try (InputStream file =
                Objects.requireNonNull(CertifiedSettlementProofJsonTest.class.getResourceAsStream("/proofs/" + name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static SettlementProof settlement() {
        return SettlementProofJson.read(file("settlement-proof-0.json"));
    }

    /** Four founders, the keys of whom another implementation has made; the network is that of the proofs. */
    private static CertifiedVerdict verdict(byte[] file) {
        List<Validator> founders = new ArrayList<>();
        for (JsonNode key : StrictJson.read(file("founders.json"))) {
            founders.add(new Validator(
                    "validator-" + (founders.size() + 1),
                    1,
                    "Organisation",
                    Group.GOVERNMENT,
                    Duty.VOTER,
                    hash(1),
                    PublicKey.of(HexFormat.of().parseHex(key.textValue())),
                    Optional.empty()));
        }
        ChainId chain = new ChainId(
                Hash.fromHex(StrictJson.read(file("anchor.json")).get("chainId").textValue()));
        return new CertifiedSettlementVerifier(
                        new TestimonyVerifier(chain, new ValidatorSet(0, founders, List.of()), Ed25519.verifier()))
                .verify(CertifiedSettlementProofJson.read(file));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3", "1, 2, 4"})
    void aFileThatAnotherImplementationSignedProvesAndIsWrittenAgain(String name, int heads, int signers) {
        byte[] file = file("certified-settlement-proof-" + name + ".json");

        assertThat(verdict(file)).isInstanceOfSatisfying(CertifiedVerdict.Settlement.class, proved -> {
            assertThat(proved.vouched().certified().height()).isEqualTo(7 + heads);
            assertThat(proved.settlement().header().height()).isEqualTo(7);
            assertThat(proved.vouched().signers()).hasSize(signers);
        });
        assertThat(text(CertifiedSettlementProofJson.read(file))).isEqualTo(new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatLaterValidatorsHaveSignedIsRefusedForThat() {
        assertThat(verdict(file("certified-settlement-proof-epoch-1.json")))
                .isInstanceOfSatisfying(
                        CertifiedVerdict.Doubted.class,
                        doubted -> assertThat(doubted.doubt()).isEqualTo(Doubt.EPOCH_NOT_REACHABLE));
    }

    private static CertifiedSettlementProof proof(SettlementProof settlement, int heads, int signatures) {
        HeadSignature[] signed = new HeadSignature[signatures];
        for (int i = 0; i < signatures; i++) {
            byte[] key = new byte[PublicKey.BYTES];
            key[0] = (byte) i;
            signed[i] = HeadSignature.of(PublicKey.of(key), new byte[HeadSignature.BYTES]);
        }
        return new CertifiedSettlementProof(
                settlement,
                new Testimony(List.of(), Collections.nCopies(heads, HEAD), new Certificate(HEAD, List.of(signed))));
    }

    private static String text(CertifiedSettlementProof proof) {
        return new String(JsonText.write(CertifiedSettlementProofJson.of(proof)), StandardCharsets.UTF_8);
    }

    private static CertifiedSettlementProof read(String file) {
        return CertifiedSettlementProofJson.read(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsReadAndWrittenAgain() {
        assertThat(text(read(GOOD))).isEqualTo(GOOD);
        assertThat(read(GOOD).testimony().heads()).containsExactly(HEAD, HEAD);
        assertThat(read(text(proof(settlement(), 0, 1))).testimony().heads()).isEmpty();
    }

    @Test
    void whatIsNoProofIsRefusedWithEveryMistake() {
        assertRefused(GOOD.replace("certified-settlement-proof/1", "certified-settlement-proof/2"), "/type");
        assertRefused(GOOD.replace("\"heads\": [ \"AAH", "\"heads\": [ \"AAL"), "/heads/0");
        assertRefused(GOOD.replace("\"heads\": [ \"AAH", "\"heads\": [ 7, \"AAH"), "/heads/0");
        assertRefused(GOOD.replace("\"heads\": [ ", "\"heads\": 7, \"more\": [ "), "/heads", "/more");
        assertRefused(GOOD.replace("\"certificate\": \"AAH", "\"certificate\": \"AAL"), "/certificate");
        assertRefused(GOOD.replace("\"type\"", "\"epoch\": 0, \"type\""), "/epoch");
        assertRefused(GOOD.replaceFirst("\"heads\": [^\n]*\n", ""), "/heads");
        assertRefused(
                "{}",
                "/type",
                "/header",
                "/envelope",
                "/envelopePath",
                "/receipt",
                "/receiptPath",
                "/steps",
                "/heads",
                "/certificate");
        String head = GOOD.replaceAll("(?s).*\"heads\": \\[ (\"[^\"]*\").*", "$1");
        String tooMany = String.join(", ", Collections.nCopies(Testimony.HEADS_MAX + 1, head));
        assertRefused(GOOD.replaceFirst("\"heads\": \\[[^\\]]*\\]", "\"heads\": [" + tooMany + "]"), "/heads");
    }

    private static void assertRefused(String file, String... pointers) {
        assertThat(file).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        invalid -> assertThat(invalid.mistakes())
                                .extracting(Mistake::pointer)
                                .containsExactly(pointers));
    }

    @Test
    void theLargestProofFitsIntoAFile() {
        SettlementProof small = settlement();
        SettlementProof largest = new SettlementProof(
                small.header(),
                new byte[EnvelopeLimits.ENVELOPE_BYTES_MAX],
                small.envelopePath(),
                new byte[ReceiptLimits.RECEIPT_BYTES_MAX],
                small.receiptPath());

        String file = text(proof(largest, Testimony.HEADS_MAX, ValidatorSet.VOTERS_MAX));

        assertThat(text(read(file))).isEqualTo(file);
        assertThatThrownBy(() ->
                        CertifiedSettlementProofJson.read(new byte[CertifiedSettlementProofJson.FILE_BYTES_MAX + 1]))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void aDamagedFileIsRefusedOrReadAsWhatItSays() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(round % 2 == 0 ? 128 : 256);
            }
            byte[] file = round % 5 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                String written = text(CertifiedSettlementProofJson.read(file));
                assertThat(text(read(written))).as("round %s", round).isEqualTo(written);
            } catch (MalformedJson | InvalidRequest wrong) {
                assertThat(wrong.getMessage()).as("round %s", round).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2_000);
    }
}
