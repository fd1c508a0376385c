package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.proof.Anchor;
import org.khazana.ledger.proof.SettlementProof;
import org.khazana.ledger.proof.SettlementProofLayout;
import org.khazana.ledger.proof.SettlementVerifier;
import org.khazana.ledger.proof.Verdict;
import org.khazana.ledger.receipt.ReceiptLimits;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.EnvelopeLimits;

class SettlementProofJsonTest {
    private static byte[] file(String name) {
        try (InputStream stream =
                Objects.requireNonNull(SettlementProofJsonTest.class.getResourceAsStream("/proofs/" + name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Anchor anchor() {
        JsonNode json = StrictJson.read(file("anchor.json"));
        return new Anchor(
                new ChainId(Hash.fromHex(json.get("chainId").textValue())),
                json.get("height").longValue(),
                Hash.fromHex(json.get("blockHash").textValue()),
                Hash.fromHex(json.get("receiptsRoot").textValue()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFileThatAnotherImplementationWroteProvesAndIsWrittenAgain(int position) {
        byte[] file = file("settlement-proof-" + position + ".json");

        SettlementProof proof = SettlementProofJson.read(file);

        assertThat(SettlementVerifier.verify(proof, anchor())).isInstanceOf(Verdict.Proved.class);
        assertThat(JsonText.write(SettlementProofJson.of(proof))).asString().isEqualTo(text(file));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsNoProofIsRefusedWithEveryMistake() {
        String good = text(file("settlement-proof-0.json"));

        assertRefused(good.replace("settlement-proof/1", "settlement-proof/2"), "/type");
        assertRefused(good.replace("\"header\": \"AAKP", "\"header\": \"AAK"), "/header");
        assertRefused(good.replaceFirst("\"header\": \"....", "\"header\": \""), "/header");
        assertRefused(good.replace("\"receiptPath\": \"AAAA", "\"receiptPath\": \"////"), "/receiptPath");
        assertRefused(good.replace("\"envelope\":", "\"Envelope\":"), "/envelope", "/Envelope");
        // Two bits of the last character of the receipt mean nothing.
        assertRefused(good.replace("EAY=\"", "EAZ=\""), "/receipt");
        assertRefused("{}", "/type", "/header", "/envelope", "/envelopePath", "/receipt", "/receiptPath");
        assertThatThrownBy(() -> SettlementProofJson.read(new byte[SettlementProofJson.FILE_BYTES_MAX + 1]))
                .isInstanceOf(MalformedJson.class);
    }

    private static void assertRefused(String file, String... pointers) {
        assertThatThrownBy(() -> SettlementProofJson.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        invalid -> assertThat(invalid.mistakes())
                                .extracting(Mistake::pointer)
                                .containsExactly(pointers));
    }

    @Test
    void theLargestProofFitsIntoAFile() {
        SettlementProof small = SettlementProofJson.read(file("settlement-proof-0.json"));
        SettlementProof largest = new SettlementProof(
                small.header(),
                new byte[EnvelopeLimits.ENVELOPE_BYTES_MAX],
                small.envelopePath(),
                new byte[ReceiptLimits.RECEIPT_BYTES_MAX],
                small.receiptPath());

        byte[] file = JsonText.write(SettlementProofJson.of(largest));

        assertThat(SettlementProofLayout.encode(SettlementProofJson.read(file)))
                .isEqualTo(SettlementProofLayout.encode(largest));
    }

    @Test
    void aDamagedFileIsRefusedOrStillSaysTheSame() {
        byte[] good = file("settlement-proof-0.json");
        byte[] proof = SettlementProofLayout.encode(SettlementProofJson.read(good));
        SplittableRandom random = new SplittableRandom(7);
        int same = 0;
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) (round % 10 == 0 ? random.nextInt(256) : ' ' + random.nextInt(95));
            }
            try {
                SettlementProof read = SettlementProofJson.read(bytes);
                boolean isSame = Arrays.equals(SettlementProofLayout.encode(read), proof);
                assertThat(SettlementVerifier.verify(read, anchor()) instanceof Verdict.Proved)
                        .as("round %s", round)
                        .isEqualTo(isSame);
                same += isSame ? 1 : 0;
            } catch (MalformedJson | InvalidRequest refused) {
                assertThat(refused.getMessage()).as("round %s", round).isNotBlank();
            }
        }
        // A space for a space, or a character for itself.
        assertThat(same).isBetween(1, 1_000);
    }
}
