package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khazana.api.json.HistoryExample.id;
import static org.khazana.api.json.HistoryExample.lot;
import static org.khazana.api.json.HistoryExample.posting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.SerialHistoryProof;
import org.khazana.ledger.proof.SerialHistoryVerifier;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.receipt.Posting;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.table.Change;

/**
 * The verifiers in Java and in JavaScript, which know nothing of each other, say the same of histories of tokens. Skipped where there is
 * no Node.
 */
class SerialHistoryInJavaScriptTest {
    private static final Path MODULES = NodeProgram.resource("/khazana/verify");
    /** As many as a build can afford, spread over all; {@code -Dproof.edits=100000} tries every single one. */
    private static final int EDITS_MAX = Integer.getInteger("proof.edits", 2_000);

    private static final Optional<PassageId> NONE = Optional.empty();
    private static final PassageId MINT = id(1, 0, 0);
    private static final PassageId SALE = id(2, 0, 0);
    private static final PassageId MORE = id(3, 0, 0);
    private static final PassageId OUT = id(4, 1, 0);
    private static final PassageId BACK = id(4, 1, 1);
    private static final PassageId RENUMBERED = id(5, 0, 0);
    private static final List<PassageId> WAY = List.of(RENUMBERED, BACK, OUT, MORE, SALE, MINT);
    private static final List<PassageId> PLACES = List.of(MINT, SALE, OUT, RENUMBERED);

    private final Map<ByteBuffer, Boolean> signaturesSeen = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void nodeIsThere() throws InterruptedException {
        NodeProgram.assumeNode();
    }

    /** Token 5 is minted, and stays where it is. Alone: the past of another token in its lot would be proved by the same records. */
    private static HistoryExample small() {
        HistoryExample example = new HistoryExample(1).block(List.of(posting(3001, 0, 1, 5, 1)));
        return example.with(lot(5, 1, 3001, MINT)).with(example.passage(MINT, 5, 1, 0, 3001, NONE, 0, NONE));
    }

    /** Token 17 is sold, its lot grows, it goes out and back in one transaction, and becomes token 101. */
    private static HistoryExample large() {
        return postings(new HistoryExample(4), 6001)
                .with(lot(101, 1, 5001, RENUMBERED))
                .with(lot(17, 1, 0, RENUMBERED));
    }

    private static HistoryExample postings(HistoryExample example, long through) {
        List<Posting> outAndBack = List.of(
                posting(5001, 30, 29, 17, 1),
                posting(through, 0, 1, 17, 1),
                posting(through, 1, 0, 17, 1),
                posting(5001, 29, 30, 17, 1));
        return example.block(List.of(posting(3001, 0, 100, 1, 100)))
                .block(List.of(posting(3001, 100, 80, 10, 20), posting(5001, 0, 20, 10, 20)))
                .block(List.of(posting(3001, 80, 70, 30, 10), posting(5001, 20, 30, 30, 10)))
                .block(List.of(), outAndBack)
                .block(List.of())
                .with(example.passage(MINT, 1, 100, 0, 3001, NONE, 0, NONE))
                .with(example.passage(SALE, 10, 20, 3001, 5001, Optional.of(MINT), 10, NONE))
                .with(example.passage(MORE, 30, 10, 3001, 5001, Optional.of(MINT), 30, Optional.of(SALE)))
                .with(example.passage(OUT, 17, 1, 5001, 6001, Optional.of(MORE), 17, NONE))
                .with(example.passage(BACK, 17, 1, 6001, 5001, Optional.of(OUT), 17, NONE))
                .with(example.passage(RENUMBERED, 101, 1, 5001, 5001, Optional.of(BACK), 17, NONE));
    }

    /** What ours comes to. */
    private String answer(HistoryExample example, String file) {
        TestimonyVerifier testimonies = new TestimonyVerifier(example.chain(), example.founders(), this::isValid);
        try {
            SerialHistoryProof proof = SerialHistoryProofJson.read(file.getBytes(StandardCharsets.UTF_8));
            return new SerialHistoryVerifier(testimonies).verify(proof) instanceof CertifiedVerdict.Doubted doubted
                    ? doubted.doubt().name()
                    : "PROVED";
        } catch (InvalidRequest | MalformedJson wrong) {
            return "FILE_MALFORMED";
        }
    }

    /** Asks for each signature once. */
    private boolean isValid(PublicKey key, byte[] message, byte[] signature) {
        byte[] raw = key.toBytes();
        ByteBuffer question = ByteBuffer.allocate(raw.length + signature.length + message.length)
                .put(raw)
                .put(signature)
                .put(message)
                .flip();
        return Objects.requireNonNull(signaturesSeen.computeIfAbsent(
                question, unseen -> Ed25519.verifier().isValid(key, message, signature)));
    }

    private static String text(SerialHistoryProof proof) {
        return new String(JsonText.write(SerialHistoryProofJson.of(proof)), StandardCharsets.UTF_8);
    }

    /** What theirs comes to, of each file with each of the edits; before that of the files as they are. */
    private List<String> theirs(HistoryExample example, Map<String, String> files, List<Edit> edits) throws Exception {
        Files.write(folder.resolve("genesis.json"), example.genesis());
        Files.writeString(folder.resolve("lies.json"), "[]");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".json"), file.getValue());
        }
        Path lines = Files.write(
                folder.resolve("edits"), edits.stream().map(Edit::line).toList());
        return NodeProgram.start(folder, NodeProgram.resource("/proofs/verify-edits.mjs"), MODULES, folder, lines)
                .lines();
    }

    @Test
    void noSingleBitOfASmallHistoryCanBeChanged() throws Exception {
        HistoryExample example = small();
        String good = text(example.proof(5, 5, List.of(MINT), List.of(MINT)));
        List<Edit> all = new ArrayList<>(Edit.everyBitOfEachPart("small", good));
        all.addAll(Edit.everyBitAroundTheParts("small", good));
        int stride = Math.ceilDiv(all.size(), EDITS_MAX);
        List<Edit> edits = new ArrayList<>();
        for (int at = 0; at < all.size(); at += stride) {
            edits.add(all.get(at));
        }

        List<String> lines = theirs(example, Map.of("small", good), edits);

        assertThat(answer(example, good)).isEqualTo("PROVED");
        assertThat(lines.getFirst()).isEqualTo("small: PROVED");
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < edits.size(); i++) {
            String ours = answer(example, edits.get(i).of(good));
            String theirs = lines.get(i + 1);
            counts.merge(ours, 1, Integer::sum);
            // The verifier in JavaScript does not read what was asked for, nor which codes of refusals there are.
            assertThat(theirs)
                    .as("%s: %s", edits.get(i), ours)
                    .isNotEqualTo("PROVED")
                    .isEqualTo(ours);
        }
        assertThat(counts)
                .doesNotContainKey("PROVED")
                .containsKeys("FILE_MALFORMED", "LOT_NOT_PROVED", "PASSAGE_NOT_PROVED", "RECEIPT_NOT_UNDER_ROOT");
    }

    private record Lie(String doubt, SerialHistoryProof proof) {}

    /** Each of them is signed as it should be, so that only the rule that it breaks stands in its way; the first ones break none. */
    @Test
    void noLieIsBelievedThoughItWasSigned() throws Exception {
        HistoryExample example = large();
        List<Lie> lies = new ArrayList<>(List.of(
                new Lie("PROVED", example.proof(101, 101, WAY, PLACES)),
                new Lie("PROVED", example.proof(17, 17, WAY, PLACES)),
                new Lie("LOT_NOT_PROVED", example.proof(101, 100, WAY, PLACES)),
                new Lie("SERIAL_NOT_IN_LOT", example.proof(102, 101, WAY, PLACES)),
                new Lie("PASSAGE_NOT_PROVED", example.proof(101, 101, WAY.reversed(), PLACES)),
                new Lie("PASSAGE_NOT_PROVED", example.proof(101, 101, List.of(RENUMBERED, BACK, MORE), PLACES)),
                new Lie("HISTORY_NOT_BEGUN_BY_MINT", example.proof(101, 101, WAY.subList(0, 5), PLACES)),
                new Lie("HISTORY_NOT_BEGUN_BY_MINT", example.proof(101, 101, List.of(), PLACES)),
                new Lie("SERIAL_NOT_MOVED", example.proof(101, 101, WAY, PLACES.subList(0, 3))),
                new Lie("SERIAL_NOT_MOVED", example.proof(101, 101, WAY, PLACES.reversed())),
                new Lie(
                        "SERIAL_NOT_MOVED",
                        example.proof(101, 101, WAY, List.of(MINT, SALE, id(4, 0, 0), RENUMBERED)))));
        lies.add(lie("LOT_MALFORMED", lot(101, 0, 5001, RENUMBERED)));
        lies.add(lie("LOT_MALFORMED", lot(101, 1, -1, RENUMBERED)));
        lies.add(lie("LOT_MALFORMED", lot(101, 1, 5001, id(5, -1, 0))));
        lies.add(lie("LOT_MALFORMED", lot(101, 1, 5001, id(-5, 0, 0))));
        lies.add(lie("HOLDER_DIFFERENT", lot(101, 1, 6001, RENUMBERED)));
        lies.add(lie("HOLDER_DIFFERENT", lot(101, 1, 0, RENUMBERED)));
        lies.add(lie("PROVED", lot(101, 1_000, 5001, RENUMBERED)));
        HistoryExample e = example;
        lies.add(lie("PASSAGE_MALFORMED", e.passage(OUT, 17, 0, 5001, 6001, Optional.of(MORE), 17, NONE)));
        lies.add(lie("PASSAGE_MALFORMED", e.passage(OUT, 17, 1, 5001, 6001, Optional.of(MORE), 0, NONE)));
        lies.add(lie("PASSAGE_MALFORMED", e.passage(OUT, 17, 1, -5, 6001, Optional.of(MORE), 17, NONE)));
        lies.add(lie("PASSAGE_MALFORMED", e.passage(OUT, 17, 1, 5001, 6001, Optional.of(id(-1, 0, 0)), 17, NONE)));
        Optional<PassageId> nowhere = Optional.of(id(2, 0, -1));
        lies.add(lie("PASSAGE_MALFORMED", e.passage(MORE, 30, 10, 3001, 5001, Optional.of(MINT), 30, nowhere)));
        lies.add(lie("HISTORY_BROKEN", e.passage(MORE, 30, 10, 3001, 5001, Optional.of(MINT), 30, NONE)));
        lies.add(lie("HISTORY_BROKEN", e.passage(OUT, 17, 1, 5001, 7001, Optional.of(MORE), 17, NONE)));
        lies.add(lie("HISTORY_BROKEN", e.passage(OUT, 17, 1, 5001, 0, Optional.of(MORE), 17, NONE)));
        lies.add(lie("HISTORY_BROKEN", e.passage(OUT, 17, 1, 0, 6001, Optional.of(MORE), 17, NONE)));
        lies.add(lie("HISTORY_BROKEN", e.passage(BACK, 17, 1, 6001, 5001, Optional.of(OUT), 18, NONE)));
        lies.add(lie("HISTORY_BROKEN", e.passage(RENUMBERED, 101, 1, 6001, 5001, Optional.of(BACK), 17, NONE)));
        lies.add(lie("HISTORY_NOT_BEGUN_BY_MINT", e.passage(MINT, 1, 100, 7001, 3001, NONE, 0, NONE)));
        lies.add(lie("HISTORY_NOT_BEGUN_BY_MINT", e.passage(MINT, 1, 100, 0, 0, NONE, 0, NONE)));
        lies.add(lie("HISTORY_NOT_BEGUN_BY_MINT", e.passage(SALE, 10, 20, 3001, 5001, NONE, 0, NONE)));
        lies.add(lie("HISTORY_BROKEN", e.passage(SALE, 10, 20, 0, 5001, NONE, 0, NONE)));
        lies.add(new Lie(
                "SERIAL_NOT_MOVED",
                postings(new HistoryExample(4), 7001)
                        .with(lot(101, 1, 5001, RENUMBERED))
                        .proof(101, 101, WAY, PLACES)));
        Map<String, String> files = new TreeMap<>();
        List<Edit> none = new ArrayList<>();
        for (int i = 0; i < lies.size(); i++) {
            files.put("lie-" + i, text(lies.get(i).proof()));
            none.add(new Edit("lie-" + i, 0, 0, ""));
        }

        List<String> theirs = theirs(example, files, none);

        for (int i = 0; i < lies.size(); i++) {
            String doubt = lies.get(i).doubt();
            String file = Objects.requireNonNull(files.get("lie-" + i));
            assertThat(answer(example, file)).as("Java: lie %s", i).isEqualTo(doubt);
            assertThat(theirs.get(i)).as("JavaScript").isEqualTo("lie-" + i + ": " + doubt);
        }
    }

    /** The last state has this record instead of the true one. */
    private static Lie lie(String doubt, Change record) {
        return new Lie(doubt, large().with(record).proof(101, 101, WAY, PLACES));
    }
}
