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
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.proof.BalanceVerifier;
import org.khazana.ledger.proof.CertifiedSettlementVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.RegisterVerifier;
import org.khazana.ledger.proof.SerialHistoryVerifier;
import org.khazana.ledger.proof.Testimony;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/** Files with steps and balances, written by a second implementation. */
class BalanceProofJsonTest {
    private static final String GOOD = new String(file("balance-proof-1.json"), StandardCharsets.UTF_8);

    private static byte[] file(String name) {
        try (InputStream file =
                Objects.requireNonNull(BalanceProofJsonTest.class.getResourceAsStream("/proofs/" + name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The founders' keys and groups; one of the government must have signed. */
    private static TestimonyVerifier verifier() {
        List<Validator> founders = new ArrayList<>();
        for (JsonNode founder : StrictJson.read(file("testimony-founders.json"))) {
            founders.add(new Validator(
                    "v-" + (founders.size() + 1),
                    1,
                    "Organisation",
                    Group.valueOf(founder.get("group").textValue()),
                    Duty.VOTER,
                    Hash.of(new byte[Hash.BYTES]),
                    PublicKey.of(
                            HexFormat.of().parseHex(founder.get("signingKey").textValue())),
                    Optional.empty()));
        }
        ChainId chain = new ChainId(
                Hash.fromHex(StrictJson.read(file("anchor.json")).get("chainId").textValue()));
        return new TestimonyVerifier(
                chain,
                new ValidatorSet(0, founders, List.of(new GroupMinimum(Group.GOVERNMENT, 1))),
                Ed25519.verifier());
    }

    private static CertifiedVerdict verdict(CertifiedProofFile file, TestimonyVerifier verifier) {
        return switch (file) {
            case CertifiedProofFile.Settlement(var proof) -> new CertifiedSettlementVerifier(verifier).verify(proof);
            case CertifiedProofFile.Balance(var proof) -> new BalanceVerifier(verifier).verify(proof);
            case CertifiedProofFile.Register(var statement) -> new RegisterVerifier(verifier).verify(statement);
            case CertifiedProofFile.History(var proof) -> new SerialHistoryVerifier(verifier).verify(proof);
        };
    }

    private static JsonNode written(CertifiedProofFile file) {
        return StrictJson.read(
                switch (file) {
                    case CertifiedProofFile.Settlement(var proof) ->
                        JsonText.write(CertifiedSettlementProofJson.of(proof));
                    case CertifiedProofFile.Balance(var proof) -> JsonText.write(BalanceProofJson.of(proof));
                    case CertifiedProofFile.Register(var statement) ->
                        JsonText.write(RegisterStatementJson.of(statement));
                    case CertifiedProofFile.History(var proof) -> JsonText.write(SerialHistoryProofJson.of(proof));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "balance-proof-0, 0, 4, 'Account 17 holds 5,000 tokens of PK0000000007, of which 1,200 encumbered.'",
        "balance-proof-1, 3, 12, 'Account 17 holds 7 tokens of PK0000000007, of which 0 encumbered.'",
        "balance-proof-none, 3, 12, Account 18 holds none of PK0000000007.",
        "certified-settlement-proof-steps, 1, 8, Done:"
    })
    void aFileThatAnotherImplementationSignedProvesAndIsWrittenAgain(
            String name, long epoch, long height, String words) {
        byte[] bytes = file(name + ".json");
        CertifiedProofFile file = CertifiedProofFile.read(bytes);

        assertThat(verdict(file, verifier().expecting(epoch)))
                .isInstanceOfSatisfying(CertifiedVerdict.Proved.class, proved -> {
                    assertThat(proved.vouched().certified().epoch()).isEqualTo(epoch);
                    assertThat(proved.vouched().certified().height()).isEqualTo(height);
                    assertThat(proved.words()).contains(words);
                });
        assertThat(written(file)).isEqualTo(StrictJson.read(bytes));
        assertThat(verdict(file, verifier().expecting(epoch + 1))).isInstanceOf(CertifiedVerdict.Doubted.class);
    }

    @Test
    void whatIsNoProofIsRefusedWithEveryMistake() {
        assertRefused(GOOD.replace("balance-proof/1", "balance-proof/2"), "/type");
        for (String account :
                List.of("\"017\"", "\"0\"", "\"-1\"", "\"9223372036854775808\"", "17", "\" 17\"", "\"\"")) {
            assertRefused(GOOD.replace("\"17\"", account), "/account");
        }
        assertRefused(GOOD.replace("\"PK0000000007\"", "\"pk0000000007\""), "/asset");
        assertRefused(GOOD.replaceFirst("\"proof\": \"AQ", "\"proof\": \"Ag"), "/proof");
        assertRefused(GOOD.replaceFirst("\"newest\": \"AQ", "\"newest\": \"Ag"), "/steps/0/newest");
        assertRefused(GOOD.replaceFirst("\"validators\": \"AQ", "\"more\": 1, \"validators\": \"AQ"), "/steps/0/more");
        assertRefused(GOOD.replaceFirst("\"certificate\": \"AAG", "\"certificate\": \"AAK"), "/steps/0/certificate");
        assertRefused(GOOD.replaceFirst("\"steps\": \\[", "\"steps\": [ 7,"), "/steps/0");
        assertRefused(GOOD.replaceFirst("(?s)\"steps\": \\[.*?\\]", "\"steps\": {}"), "/steps");
        assertRefused("{}", "/type", "/account", "/asset", "/proof", "/steps", "/heads", "/certificate");
        String tooMany = "\"steps\": [" + String.join(", ", Collections.nCopies(Testimony.STEPS_MAX + 1, "{}")) + "]";
        assertRefused(GOOD.replaceFirst("(?s)\"steps\": \\[.*?\\]", tooMany), "/steps");
        assertThatThrownBy(() -> CertifiedProofFile.read(
                        "{\"type\": \"khazana/settlement-proof/1\"}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> CertifiedProofFile.read(new byte[CertifiedProofFile.FILE_BYTES_MAX + 1]))
                .isInstanceOf(MalformedJson.class);
    }

    private static void assertRefused(String file, String... pointers) {
        assertThat(file).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> BalanceProofJson.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        invalid -> assertThat(invalid.mistakes())
                                .extracting(Mistake::pointer)
                                .contains(pointers));
    }

    @Test
    void aDamagedFileIsRefusedOrReadAsWhatItSays() {
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(12);
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(round % 2 == 0 ? 128 : 256);
            }
            byte[] file = round % 5 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                JsonNode written = written(CertifiedProofFile.read(file));
                assertThat(written).as("round %s", round).isEqualTo(StrictJson.read(file));
            } catch (MalformedJson | InvalidRequest wrong) {
                assertThat(wrong.getMessage()).as("round %s", round).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }
}
