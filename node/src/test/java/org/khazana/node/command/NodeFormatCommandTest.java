package org.khazana.node.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.config.check.CheckedNode;
import org.khazana.node.assembly.Chain;
import org.khazana.storage.folder.DataFolder;

class NodeFormatCommandTest {
    @TempDir
    private Path folder;

    private Path nodeFile;

    /** A cluster of two, of which the second node is about to join as somebody else. */
    @BeforeEach
    void makeACluster() {
        CommandRun.of(
                "cluster",
                "init",
                "--validators",
                "2",
                "--dir",
                folder.resolve("net").toString());
        nodeFile = folder.resolve("net/validator-2/node.toml");
    }

    @Test
    void aValidatorThatTheGenesisDoesNotListGetsAFolderOfItsOwn() throws IOException {
        String text = Files.readString(nodeFile)
                .replace("validator = \"validator-2\"", "validator = \"validator-9\"")
                .replace("data = \"data\"", "data = \"new-data\"");
        Files.writeString(nodeFile, text);

        CommandRun run = CommandRun.of("node", "format", "--config", nodeFile.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches("[0-9a-f]{8}");
        CheckedNode checked = CheckedNode.read(nodeFile, Instant.now());
        String chainId = Chain.of(checked.genesisFile()).id().toString();
        try (DataFolder made = DataFolder.open(checked.config().dataFolder(), chainId, "validator-9")) {
            assertThat(made.directory()).isEqualTo(Long.parseLong(run.out().strip(), 16));
        }
    }

    @Test
    void aFolderThatWasMadeAlreadyIsLeftAlone() {
        CommandRun run = CommandRun.of("node", "format", "--config", nodeFile.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DATA_FOLDER);
        assertThat(run.err()).contains("was made already");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFounderThatLostItsFolderGetsAnotherOneThanThatOfTheGenesis() throws IOException {
        Files.move(folder.resolve("net/validator-2/data"), folder.resolve("net/validator-2/lost"));

        CommandRun run = CommandRun.of("node", "format", "--config", nodeFile.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(CheckedNode.read(nodeFile, Instant.now()).genesis().validators())
                .extracting(validator -> validator.directory())
                .doesNotContain(Long.parseLong(run.out().strip(), 16));
    }

    @Test
    void aNodeDoesNotStartWithoutItsFile() {
        CommandRun run = CommandRun.of("node");

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Missing required option: '--config=FILE'");
    }
}
