package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.khazana.api.json.HistoryExample.id;
import static org.khazana.api.json.HistoryExample.lot;
import static org.khazana.api.json.HistoryExample.posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.khazana.ledger.proof.SerialHistoryProof;
import org.khazana.ledger.state.PassageId;

/** The file of a history: one form, bounds, every mistake named. */
class SerialHistoryProofJsonTest {
    private static final byte[] GOOD = written(good());

    private static SerialHistoryProof good() {
        PassageId mint = id(1, 0, 0);
        HistoryExample example = new HistoryExample(2)
                .block(List.of(posting(3001, 0, 10, 1, 10)))
                .block(List.of())
                .with(lot(1, 10, 3001, mint));
        return example.with(example.passage(mint, 1, 10, 0, 3001, Optional.empty(), 0, Optional.empty()))
                .proof(5, 1, List.of(mint), List.of(mint));
    }

    private static byte[] written(SerialHistoryProof proof) {
        return JsonText.write(SerialHistoryProofJson.of(proof));
    }

    private static String text() {
        return new String(GOOD, StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsReadAndWrittenAgain() {
        assertThat(written(SerialHistoryProofJson.read(GOOD))).isEqualTo(GOOD);
        assertThat(CertifiedProofFile.read(GOOD)).isInstanceOf(CertifiedProofFile.History.class);
    }

    @Test
    void whatIsNoHistoryIsRefusedWithEveryMistake() {
        assertRefused(text().replace("history-proof/1", "history-proof/2"), "/type");
        for (String serial : List.of("\"05\"", "\"0\"", "\"-1\"", "\"9223372036854775808\"", "5", "\"\"")) {
            assertRefused(text().replaceFirst("(\"serial\"\\s*:\\s*)\"5\"", "$1" + serial), "/serial");
        }
        assertRefused(text().replaceFirst("(\"lotFirst\"\\s*:\\s*)\"1\"", "$1\"01\""), "/lotFirst");
        assertRefused(text().replaceFirst("(\"lot\"\\s*:\\s*)\"AQ", "$1\"Ag"), "/lot");
        assertRefused(text().replaceFirst("(\"passages\"\\s*:\\s*\\[\\s*)\"AQ", "$1\"Ag"), "/passages/0");
        assertRefused(text().replaceFirst("\"envelopePath\"", "\"more\":1,\"envelopePath\""), "/transactions/0/more");
        assertRefused(text().replaceFirst("(\"receipt\"\\s*:\\s*)\"C", "$1\"="), "/transactions/0/receipt");
        String many = String.join(",", Collections.nCopies(SerialHistoryProof.PASSAGES_MAX + 1, "{}"));
        assertRefused(text().replaceFirst("(\"transactions\"\\s*:\\s*)\\[", "$1[" + many + ","), "/transactions");
        assertRefused(text().replaceFirst("(\"passages\"\\s*:\\s*)\\[", "$1[" + many + ","), "/passages");
        assertRefused("{}", "/type", "/asset", "/serial", "/lotFirst", "/lot", "/passages", "/transactions", "/steps");
        assertThatThrownBy(() -> SerialHistoryProofJson.read(new byte[SerialHistoryProofJson.FILE_BYTES_MAX + 1]))
                .isInstanceOf(MalformedJson.class);
    }

    private static void assertRefused(String file, String... pointers) {
        assertThat(file).isNotEqualTo(text());
        assertThatThrownBy(() -> SerialHistoryProofJson.read(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        invalid -> assertThat(invalid.mistakes())
                                .extracting(Mistake::pointer)
                                .contains(pointers));
    }

    @Test
    void aDamagedFileIsRefusedOrReadAsWhatItSays() {
        SplittableRandom random = new SplittableRandom(17);
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = GOOD.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(round % 2 == 0 ? 128 : 256);
            }
            byte[] file = round % 5 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                JsonNode written = StrictJson.read(written(SerialHistoryProofJson.read(file)));
                assertThat(written).as("round %s", round).isEqualTo(StrictJson.read(file));
            } catch (MalformedJson | InvalidRequest wrong) {
                assertThat(wrong.getMessage()).as("round %s", round).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }
}
