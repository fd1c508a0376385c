package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.crypto.MerklePath;
import org.khazana.ledger.proof.Anchor;
import org.khazana.ledger.proof.SettlementVerifier;
import org.khazana.ledger.proof.Verdict;
import org.khazana.ledger.transaction.ChainId;

/** The verifier that was written in JavaScript from docs/proofs.md alone says what ours says. Skipped where there is no Node. */
class JavaScriptVerifierTest {
    private static final List<String> PARTS = List.of("header", "envelope", "envelopePath", "receipt", "receiptPath");
    private static final String FILE_MALFORMED = "FILE_MALFORMED";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    /** A file, and what is known of the block. */
    private record Case(String file, Anchor anchor) {
        String line() throws JsonProcessingException {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("chainId", anchor.chainId().toString());
            known.put("height", anchor.height());
            known.put("blockHash", anchor.blockHash().toString());
            known.put("receiptsRoot", anchor.receiptsRoot().toString());
            return MAPPER.writeValueAsString(Map.of("file", file, "anchor", known));
        }

        /** What ours comes to. */
        String answer() {
            try {
                Verdict verdict = SettlementVerifier.verify(
                        SettlementProofJson.read(file.getBytes(StandardCharsets.UTF_8)), anchor);
                return switch (verdict) {
                    case Verdict.Proved proved -> "proved";
                    case Verdict.Doubted doubted ->
                        doubted.sentence().contains("unknown code")
                                ? "some doubt"
                                : doubted.doubt().name();
                };
            } catch (InvalidRequest | MalformedJson wrong) {
                return FILE_MALFORMED;
            }
        }
    }

    @BeforeAll
    static void nodeIsThere() throws InterruptedException {
        NodeProgram.assumeNode();
    }

    private static String file(int position) throws IOException {
        return Files.readString(NodeProgram.resource("/proofs/settlement-proof-" + position + ".json"));
    }

    private static Anchor anchor() throws IOException {
        var json = MAPPER.readTree(NodeProgram.resource("/proofs/anchor.json").toFile());
        return new Anchor(
                new ChainId(Hash.fromHex(json.get("chainId").textValue())),
                json.get("height").longValue(),
                Hash.fromHex(json.get("blockHash").textValue()),
                Hash.fromHex(json.get("receiptsRoot").textValue()));
    }

    /** One line for each case. */
    private List<String> answers(List<Case> cases) throws Exception {
        Path lines = folder.resolve("lines");
        List<String> written = new ArrayList<>();
        for (Case one : cases) {
            written.add(one.line());
        }
        Files.write(lines, written);
        return NodeProgram.start(
                        folder,
                        NodeProgram.resource("/proofs/verify-lines.mjs"),
                        NodeProgram.resource("/khazana/verify/settlement-proof.mjs"),
                        lines)
                .lines();
    }

    private void assertAgreement(List<Case> cases) throws Exception {
        List<String> answers = answers(cases);
        assertThat(answers).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            String ours = cases.get(i).answer();
            String theirs = answers.get(i).startsWith("Block ") ? "proved" : answers.get(i);
            // It does not know which codes there are.
            boolean isDoubtOnly = ours.equals("some doubt") && !theirs.equals("proved");
            assertThat(isDoubtOnly ? ours : theirs)
                    .as("case %s: %s", i, cases.get(i).file())
                    .isEqualTo(ours);
        }
    }

    @Test
    void itProvesWhatIsTrueAndSaysItInPlainWords() throws Exception {
        List<String> answers =
                answers(List.of(new Case(file(0), anchor()), new Case(file(1), anchor()), new Case(file(2), anchor())));

        assertThat(answers.getFirst())
                .isEqualTo("Block 7 of network " + anchor().chainId()
                        + ", 2023-11-14T22:13:20.123Z, position 0 among 3 transactions: "
                        + "8ca1b91e01981fbb641d6d34df760e738172aa5c672818afc467baa937aba32c|Done:|  account"
                        + " 3001 gave 10 tokens of PK0000000007, serials 1 to 4, 101 to 106: from 500 to 490| "
                        + " account 5001 received 10 tokens of PK0000000007, serials 1 to 4, 101 to 106: from"
                        + " 0 to 10");
        assertThat(answers.get(1)).endsWith("|Refused; nothing was done:|  1001");
        assertThat(answers.get(2)).contains("position 2 among 3");
    }

    @Test
    void noSingleBitCanBeChangedAndTheDoubtIsOurs() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (String part : PARTS) {
            byte[] bytes = part(part);
            for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
                byte[] changed = bytes.clone();
                changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                cases.add(new Case(with(part, changed), anchor()));
            }
        }
        assertThat(cases)
                .hasSizeGreaterThan(5_000)
                .noneMatch(one -> one.answer().equals("proved"));
        assertAgreement(cases);
    }

    private static byte[] part(String name) throws Exception {
        return Base64.getDecoder().decode(MAPPER.readTree(file(0)).get(name).textValue());
    }

    private static String with(String part, byte[] bytes) throws Exception {
        String old = Base64.getEncoder().encodeToString(part(part));
        return file(0).replace(
                        "\"" + part + "\": \"" + old,
                        "\"" + part + "\": \"" + Base64.getEncoder().encodeToString(bytes));
    }

    @Test
    void whatIsNoFileOfAProofIsNoneForBoth() throws Exception {
        String good = file(0);
        String type = "\"type\": \"" + SettlementProofJson.TYPE + "\",";
        List<Case> cases = new ArrayList<>();
        for (String file : List.of(
                "",
                "null",
                "[]",
                "{}",
                good + good,
                good.replace(type, ""),
                good.replace(type, type + type),
                good.replace(type, type + "\"more\": \"\","),
                good.replace(type, type + "\"more\": 5,"),
                good.replace(type, "\"type\": 1," + type),
                good.replace("/1\"", "/2\""),
                good.replace("\"type\"", "\"\\u0074ype\""),
                good.replace("=\"", "\""),
                good.replace("EAY=", "EAZ="),
                good.replace("EAY=", "EAY=\\n"),
                good.replace("+", "-"))) {
            cases.add(new Case(file, anchor()));
        }
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 1_000; round++) {
            StringBuilder text = new StringBuilder(good);
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(' ', 127));
            cases.add(new Case(text.toString(), anchor()));
        }
        assertAgreement(cases);
    }

    /** As if validators had agreed on a lie: the roots are right for what the proof says. */
    @Test
    void whatContradictsItselfIsDoubtedByBoth() throws Exception {
        String id = HexFormat.of().formatHex(part("receipt"), 2, 34);
        String leaf = "0c3577111a76429e9ac63e6d2b900caf6cd8377a15fa0580c7357d79df97d525";
        String whole = HexFormat.of().formatHex(part("receipt"));
        List<String> lies = List.of(
                whole,
                whole.replace(id, leaf),
                whole.replace(id, "00".repeat(32)),
                "0a20" + leaf + "100720fbd095ffbc312a0308e907",
                "0a20" + leaf + "100720fbd095ffbc312a0308ea07",
                "0a20" + leaf + "100720fbd095ffbc312a0308e9072a0308e907",
                "0a20" + leaf + "100820fbd095ffbc312a0308e907",
                "0a20" + leaf + "100720fbd195ffbc312a0308e907",
                "0a20" + leaf + "1007180120fbd095ffbc312a0308e907",
                "0a20" + id + "100720fbd095ffbc31",
                "0a20" + id + "10870020fbd095ffbc31",
                "0a20" + id + "1007180020fbd095ffbc31",
                "0a20" + id + "100720fbd095ffbc313801",
                "10070a20" + id + "20fbd095ffbc31",
                "0a20" + id + "100720fbd095ffbc313200",
                "0a20" + id + "100720fbd095ffbc312a0808df361002188927",
                "0a20" + id + "100720fbd095ffbc31320708011203504b52",
                "0a20" + id + "100720fbd095ffbc31320908011203504b521801",
                "0a20" + id + "100720fbd095ffbc31320f08011203504b5218012a0408011001",
                "0a20" + id + "100720fbd095ffbc31320f08011203504b5218012a0408011000",
                "0a20" + id + "100720fbd095ffbc313a05080210a31f",
                "0a20" + id + "100720fbd095ffbc313a05080210a31f3a05080210f22e3a05080310a31f",
                "0a20" + id + "100720fbd095ffbc313a05080210a31f3a05080110a31f",
                "0a20" + id + "100720fbd095ffbc313a0310a31f",
                "0a20" + id + "100720fbd095ffbc313a020802",
                "0a20" + id + "100720fbd095ffbc312a0308e9073a05080210a31f");
        List<Case> cases = new ArrayList<>();
        for (String lie : lies) {
            byte[] receipt = HexFormat.of().parseHex(lie);
            Hash root = MerklePath.of(part("receiptPath")).rootOver(Domain.RECEIPT_LEAF.hash(receipt));
            Anchor anchor = anchor();
            cases.add(new Case(
                    with("receipt", receipt), new Anchor(anchor.chainId(), anchor.height(), anchor.blockHash(), root)));
        }
        assertThat(answers(cases))
                .anyMatch(answer -> answer.endsWith("|Done; no position changed.|  leg 2 left out: 4003"));
        assertThat(cases.stream().map(Case::answer).distinct())
                .contains(
                        "proved",
                        "RECEIPT_MALFORMED",
                        "RECEIPT_OF_ANOTHER_BLOCK",
                        "POSITION_DIFFERENT",
                        "RECEIPT_CONTRADICTS_ITSELF",
                        "TRANSACTION_DIFFERENT");
        assertAgreement(cases);
    }
}
