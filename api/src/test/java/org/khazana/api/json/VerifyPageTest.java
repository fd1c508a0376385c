package org.khazana.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to use the verifier in JavaScript: as a page, here without a browser, and as a program. Skipped where there is no Node. */
class VerifyPageTest {
    private static final Path FOLDER = NodeProgram.resource("/proofs/verify");
    private static final Path MODULES = NodeProgram.resource("/khazana/verify");

    @TempDir
    private Path folder;

    @BeforeAll
    static void nodeIsThere() throws InterruptedException {
        NodeProgram.assumeNode();
    }

    @Test
    void thePageShowsWhatIsProvedOrTheDoubt() throws Exception {
        List<String> shown = NodeProgram.start(folder, NodeProgram.resource("/proofs/page-stub.mjs"), MODULES, FOLDER)
                .lines();

        assertThat(shown.getFirst()).isEqualTo("opened: [] Waiting for the genesis file and the proof file.");
        assertThat(shown.get(1)).isEqualTo("proof dropped: [] Waiting for the genesis file.");
        assertThat(shown.get(2))
                .startsWith("genesis dropped: [proved] Proved | After block 12 of network ")
                .contains(
                        "account 1002 holds 100,002 minor units of PKR, of which 2 are set aside for others",
                        "by 3 of the 4 voters of epoch 1:",
                        "Ministry of Finance (validator-1, government)")
                .endsWith(" | balance-small.json, checked with genesis.json");
        assertThat(shown.get(3)).startsWith("epoch 2: [doubted] Not proved | EPOCH_OUTDATED: ");
        assertThat(shown.get(4)).startsWith("epoch two: [doubted] Not proved | EPOCH_MALFORMED: ");
        assertThat(shown.get(5)).startsWith("another account: [doubted] Not proved | POSITION_NOT_PROVED: ");
        assertThat(shown.get(6)).startsWith("no proof: [doubted] Not proved | FILE_MALFORMED: ");
    }

    @Test
    void theProgramEndsWithZeroOnlyIfTheFileIsProved() throws Exception {
        Path proof = FOLDER.resolve("balance-none.json");
        Path genesis = FOLDER.resolve("genesis.json");
        NodeProgram proved = program(proof, "--genesis", genesis);
        NodeProgram enough = program("--epoch", 4, "--genesis", genesis, proof);
        NodeProgram outdated = program(proof, "--genesis", genesis, "--epoch", 5);
        NodeProgram noProof = program(genesis, "--genesis", genesis);
        NodeProgram noGenesis = program(proof, "--genesis", proof);
        NodeProgram missing = program(proof, "--genesis", folder.resolve("none"));

        assertThat(proved.exitCode()).isZero();
        assertThat(proved.text())
                .contains("account 1 holds no tokens of PK0000000007", "by 2 of the 3 voters of epoch 3");
        assertThat(enough.exitCode()).isZero();
        assertThat(outdated.exitCode()).isEqualTo(1);
        assertThat(outdated.text()).startsWith("EPOCH_OUTDATED: ");
        assertThat(noProof.exitCode()).isEqualTo(1);
        assertThat(noProof.text()).startsWith("FILE_MALFORMED: ");
        assertThat(noGenesis.exitCode()).isEqualTo(1);
        assertThat(noGenesis.text()).startsWith("GENESIS_MALFORMED: ");
        assertThat(missing.exitCode()).isEqualTo(2);
        for (Object[] wrong : new Object[][] {
            {}, {proof}, {proof, proof, "--genesis", genesis}, {proof, "--genesis", genesis, "--epoch", "-1"}
        }) {
            NodeProgram asked = program(wrong);
            assertThat(asked.exitCode()).isEqualTo(2);
            assertThat(asked.text()).startsWith("node verify.mjs PROOF --genesis GENESIS");
        }
    }

    private NodeProgram program(Object... words) throws Exception {
        Object[] all = new Object[words.length + 1];
        all[0] = MODULES.resolve("verify.mjs");
        System.arraycopy(words, 0, all, 1, words.length);
        return NodeProgram.start(folder, all);
    }
}
