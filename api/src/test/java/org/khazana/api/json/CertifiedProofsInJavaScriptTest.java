package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.ledger.crypto.Domain;
import org.khazana.ledger.crypto.Ed25519;
import org.khazana.ledger.crypto.PublicKey;
import org.khazana.ledger.crypto.SignatureVerifier;
import org.khazana.ledger.proof.BalanceVerifier;
import org.khazana.ledger.proof.CertifiedSettlementVerifier;
import org.khazana.ledger.proof.CertifiedVerdict;
import org.khazana.ledger.proof.RegisterVerifier;
import org.khazana.ledger.proof.TestimonyVerifier;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.validator.Duty;
import org.khazana.ledger.validator.Group;
import org.khazana.ledger.validator.GroupMinimum;
import org.khazana.ledger.validator.Validator;
import org.khazana.ledger.validator.ValidatorSet;

/**
 * The verifiers in Java and in JavaScript, which know nothing of each other, say the same of certified proofs that a third implementation,
 * in Python, has made, and of all that can become of these. Skipped where there is no Node.
 */
class CertifiedProofsInJavaScriptTest {
    private static final Path FOLDER = NodeProgram.resource("/proofs/verify");
    private static final Path MODULES = NodeProgram.resource("/khazana/verify");
    private static final List<String> SMALL =
            List.of("settlement-small", "balance-small", "balance-founders", "register-small");
    private static final List<String> LARGE = List.of(
            "settlement-steps",
            "settlement-refused",
            "balance-steps",
            "balance-none",
            "register-steps",
            "register-none");
    /** As many as a build can afford; {@code -Dproof.edits=100000} tries more. */
    private static final int RANDOM_EDITS = Integer.getInteger("proof.edits", 10_000);

    private static final String PROVED = "PROVED";
    private static final String FILE_MALFORMED = "FILE_MALFORMED";
    private static final String UNKNOWN_CODE = "RECEIPT_MALFORMED, an unknown code";

    private final Map<ByteBuffer, Boolean> signaturesSeen = new LinkedHashMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<Edit.Place>> places = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void nodeIsThere() throws InterruptedException {
        NodeProgram.assumeNode();
    }

    private String text(String base) {
        return texts.computeIfAbsent(base, name -> new String(bytes(name + ".json"), StandardCharsets.UTF_8));
    }

    private List<Edit.Place> places(String base) {
        return places.computeIfAbsent(base, name -> Edit.places(text(name)));
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Of a network that has this very genesis, with the founders of the right one. */
    private TestimonyVerifier testimonies(byte[] genesis) {
        JsonNode right = StrictJson.read(bytes("genesis.json"));
        List<Validator> founders = new ArrayList<>();
        for (JsonNode founder : right.get("validators")) {
            founders.add(new Validator(
                    founder.get("id").textValue(),
                    1,
                    founder.get("organisation").textValue(),
                    Group.valueOf(founder.get("group").textValue()),
                    Duty.VOTER,
                    Domain.GENESIS.hash(new byte[0]),
                    PublicKey.of(
                            HexFormat.of().parseHex(founder.get("signingKey").textValue())),
                    Optional.empty()));
        }
        List<GroupMinimum> minimums = List.of(new GroupMinimum(Group.GOVERNMENT, 1));
        return new TestimonyVerifier(
                new ChainId(Domain.GENESIS.hash(genesis)), new ValidatorSet(0, founders, minimums), this::isValid);
    }

    /** Asks for each signature once. */
    private boolean isValid(PublicKey key, byte[] message, byte[] signature) {
        byte[] raw = key.toBytes();
        ByteBuffer question = ByteBuffer.allocate(raw.length + signature.length + message.length)
                .put(raw)
                .put(signature)
                .put(message)
                .flip();
        SignatureVerifier verifier = Ed25519.verifier();
        return signaturesSeen.computeIfAbsent(question, unseen -> verifier.isValid(key, message, signature));
    }

    /** What ours comes to. */
    private static String answer(TestimonyVerifier testimonies, String base, String file) {
        String kind = base.substring(0, base.indexOf('-'));
        byte[] utf8 = file.getBytes(StandardCharsets.UTF_8);
        try {
            CertifiedVerdict verdict = switch (kind) {
                case "balance" -> new BalanceVerifier(testimonies).verify(BalanceProofJson.read(utf8));
                case "register" -> new RegisterVerifier(testimonies).verify(RegisterStatementJson.read(utf8));
                default -> new CertifiedSettlementVerifier(testimonies).verify(CertifiedSettlementProofJson.read(utf8));
            };
            return switch (verdict) {
                case CertifiedVerdict.Proved proved -> PROVED;
                case CertifiedVerdict.Doubted doubted ->
                    doubted.sentence().contains("unknown code")
                            ? UNKNOWN_CODE
                            : doubted.doubt().name();
            };
        } catch (InvalidRequest | MalformedJson wrong) {
            return FILE_MALFORMED;
        }
    }

    private NodeProgram start(List<String> lines) throws IOException {
        Path edits = Files.write(Files.createTempFile(folder, "edits", ""), lines);
        return NodeProgram.start(folder, NodeProgram.resource("/proofs/verify-edits.mjs"), MODULES, FOLDER, edits);
    }

    /** How often each doubt came up, after seeing that both say the same of every file. */
    private Map<String, Integer> assertAgreement(List<Edit> edits) throws Exception {
        NodeProgram node = start(edits.stream().map(Edit::line).toList());
        TestimonyVerifier testimonies = testimonies(bytes("genesis.json"));
        List<String> ours = edits.stream()
                .map(edit -> answer(testimonies, edit.base(), edit.of(text(edit.base()))))
                .toList();
        List<String> lines = node.lines();
        List<String> theirs = lines.subList(lines.size() - edits.size(), lines.size());
        assertThat(lines.subList(0, lines.size() - edits.size()))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(": " + PROVED));

        Map<String, String> differences = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < edits.size(); i++) {
            counts.merge(ours.get(i), 1, Integer::sum);
            if (!ours.get(i).equals(theirs.get(i)) && !isForAnUnknownCode(ours.get(i), theirs.get(i))) {
                String difference = "Java: %s, JavaScript: %s".formatted(ours.get(i), theirs.get(i));
                differences.putIfAbsent(difference, edits.get(i).toString());
            }
        }
        assertThat(differences).isEmpty();
        return counts;
    }

    /** The verifier in JavaScript does not know which codes of refusals there are, and finds the next reason to doubt. */
    private static boolean isForAnUnknownCode(String ours, String theirs) {
        return ours.equals(UNKNOWN_CODE) && theirs.startsWith("RECEIPT_");
    }

    @Test
    void noSingleBitCanBeChanged() throws Exception {
        List<Edit> edits = new ArrayList<>();
        for (String base : SMALL) {
            edits.addAll(Edit.everyBitOfEachPart(base, text(base)));
            edits.addAll(Edit.everyBitAroundTheParts(base, text(base)));
        }

        assertThat(edits.size()).isGreaterThan(30_000);
        assertThat(assertAgreement(edits))
                .doesNotContainKey(PROVED)
                .containsKeys(
                        FILE_MALFORMED,
                        "CERTIFICATE_OF_ANOTHER_NETWORK",
                        "STEP_WRONG",
                        "EPOCH_NOT_REACHABLE",
                        "CERTIFICATE_WRONG",
                        "HEADS_NOT_CHAINED",
                        "POSITION_NOT_PROVED",
                        "ASSET_NOT_PROVED",
                        "REGISTER_NOT_PROVED",
                        "BLOCK_DIFFERENT",
                        "ENVELOPE_NOT_IN_BLOCK",
                        "RECEIPT_NOT_UNDER_ROOT");
    }

    @Test
    void whateverBecomesOfLargerProofsBothSayTheSame() throws Exception {
        SplittableRandom random = new SplittableRandom(29);
        List<Edit> edits = new ArrayList<>();
        while (edits.size() < RANDOM_EDITS) {
            String base = LARGE.get(random.nextInt(LARGE.size()));
            edits.add(randomEdit(random, base, LARGE.get(random.nextInt(LARGE.size()))));
        }

        Map<String, Integer> counts = assertAgreement(edits);

        assertThat(counts).hasSizeGreaterThan(12);
    }

    private Edit randomEdit(SplittableRandom random, String base, String otherBase) {
        String text = text(base);
        String other = text(otherBase);
        List<Edit.Place> places = places(base);
        List<Edit.Place> others = places(otherBase);
        Edit.Place place = places.get(random.nextInt(places.size()));
        int at = random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0, 1 -> Edit.ofBit(base, text, place, random.nextInt(Edit.bits(text, place)));
            case 2 -> {
                Edit.Place from = others.get(random.nextInt(others.size()));
                yield new Edit(
                        base, place.start(), place.end() - place.start(), other.substring(from.start(), from.end()));
            }
            case 3 -> new Edit(base, at, 1, Character.toString(random.nextInt(' ', 127)));
            default -> {
                int length = Math.min(random.nextInt(1, 300), text.length() - at);
                int from = random.nextInt(text.length() - length);
                yield new Edit(base, at, random.nextInt(length + 1), text.substring(from, from + length));
            }
        };
    }

    /** Each of them is signed as it should be, so that only the rule that it breaks stands in its way; some break none. */
    @Test
    void noLieIsBelievedThoughItWasSigned() throws Exception {
        JsonNode lies = StrictJson.readFile(bytes("lies.json"));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < lies.size(); i++) {
            lines.add(new Edit("lies#" + i, 0, 0, "").line());
        }
        List<String> theirs = start(lines).lines();
        TestimonyVerifier testimonies = testimonies(bytes("genesis.json"));
        for (int i = 0; i < lies.size(); i++) {
            String why = lies.get(i).get("why").textValue();
            String doubt = lies.get(i).get("doubt").textValue();
            String kind = why.startsWith("register: ") ? "register-" : "balance-";
            assertThat(answer(testimonies, kind, lies.get(i).get("file").toString()))
                    .as("Java: %s", why)
                    .isEqualTo(doubt);
            assertThat(theirs.get(i)).as("JavaScript: %s", why).isEqualTo("lies#" + i + ": " + doubt);
            assertThat(theirs.get(lies.size() + i))
                    .as("JavaScript, remembering: %s", why)
                    .isEqualTo(doubt);
        }
    }

    @Test
    void theExamplesOfTheDocumentationAreProved() throws Exception {
        List<String> certified = examples(
                "founders.json",
                "certified-settlement-proof-0.json",
                "certified-settlement-proof-1.json",
                "certified-settlement-proof-epoch-1.json");
        List<String> stepped = examples(
                "testimony-founders.json",
                "certified-settlement-proof-steps.json",
                "balance-proof-0.json",
                "balance-proof-1.json",
                "balance-proof-none.json");

        assertThat(certified.getFirst()).contains("Block 7 of network", "by 3 of the 4 voters of epoch 0");
        assertThat(certified.get(1)).contains("Refused; nothing was done:|  1001|", "by 4 of the 4 voters of epoch 0");
        assertThat(certified.get(2)).endsWith(": EPOCH_NOT_REACHABLE");
        assertThat(stepped.getFirst()).contains("Block 7 of network", "up to block 8, by 2 of the 3 voters of epoch 1");
        assertThat(stepped.get(1))
                .contains("account 17 holds 5,000 tokens of PK0000000007, of which 1,200 are set aside");
        assertThat(stepped.get(2)).contains("account 17 holds 7 tokens of", "by 4 of the 5 voters of epoch 3");
        assertThat(stepped.get(3)).contains("account 18 holds no tokens of", "by 4 of the 5 voters of epoch 3");
    }

    private List<String> examples(String founders, String... files) throws Exception {
        List<Object> words = new ArrayList<>(
                List.of(NodeProgram.resource("/proofs/verify-examples.mjs"), MODULES, FOLDER.getParent(), founders));
        words.addAll(List.of(files));
        return NodeProgram.start(folder, words.toArray()).lines();
    }

    @Test
    void listsAndProofsHaveBounds() throws Exception {
        String founders = text("balance-founders");
        String step = "{\n" + between(text("balance-small"), "\"steps\": [\n    {\n", "\n  ],");
        String head = "\"" + between(text("balance-small"), "\"heads\": [\n    \"", "\"") + "\"";
        String proof = between(founders, "\"proof\": \"", "\"");
        List<Edit> edits = new ArrayList<>();
        for (int count : new int[] {64, 65}) {
            edits.add(inTheList("steps", Collections.nCopies(count, step)));
        }
        for (int count : new int[] {1_024, 1_025}) {
            edits.add(inTheList("heads", Collections.nCopies(count, head)));
        }
        for (int length : new int[] {64 << 10, (64 << 10) + 1}) {
            byte[] bytes = new byte[length];
            ByteBuffer.wrap(bytes).put(0, new byte[] {1, 0, 0, 1}).putInt(4, length - 8);
            String large = Base64.getEncoder().encodeToString(bytes);
            edits.add(new Edit("balance-founders", founders.indexOf(proof), proof.length(), large));
        }

        assertThat(assertAgreement(edits))
                .isEqualTo(
                        Map.of(FILE_MALFORMED, 3, "STEP_WRONG", 1, "HEADS_NOT_CHAINED", 1, "POSITION_NOT_PROVED", 1));
    }

    private Edit inTheList(String field, List<String> elements) {
        String empty = "\"" + field + "\": [";
        int at = text("balance-founders").indexOf(empty) + empty.length();
        return new Edit("balance-founders", at, 0, String.join(",", elements));
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    @Test
    void noBitOfTheGenesisCanBeChanged() throws Exception {
        byte[] genesis = bytes("genesis.json");
        List<String> lines = new ArrayList<>();
        for (int bit = 0; bit < genesis.length * Byte.SIZE; bit++) {
            lines.add("genesis\t%d\t%s\t".formatted(bit, SMALL.get(bit % SMALL.size())));
        }
        NodeProgram node = start(lines);
        for (int bit = 0; bit < genesis.length * Byte.SIZE; bit++) {
            byte[] changed = genesis.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            String base = SMALL.get(bit % SMALL.size());
            assertThat(answer(testimonies(changed), base, text(base))).isEqualTo("CERTIFICATE_OF_ANOTHER_NETWORK");
        }

        assertThat(node.lines().subList(0, lines.size()))
                .containsOnly("CERTIFICATE_OF_ANOTHER_NETWORK", "GENESIS_MALFORMED");
    }
}
