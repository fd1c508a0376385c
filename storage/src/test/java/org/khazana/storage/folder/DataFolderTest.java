package org.khazana.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.vote.DualSlotVoteFile;

/** A data folder serves one validator of one network, one process at a time, and says so otherwise. */
class DataFolderTest {
    private static final String CHAIN = "ab".repeat(32);
    private static final String OTHER_CHAIN = "cd".repeat(32);

    @TempDir
    private Path parent;

    @Test
    void aFormattedFolderHasAVoteFileAndIsTheSameLater() {
        DataFolder.format(path(), CHAIN, "validator-1", 0xc0ffee);

        try (DataFolder folder = DataFolder.open(path(), CHAIN, "validator-1");
                DualSlotVoteFile vote = DualSlotVoteFile.open(folder.voteFile())) {
            assertThat(vote.load()).isEqualTo(HardState.NONE);
            vote.store(new HardState(new Term(3), Optional.empty(), false));
        }
        try (DataFolder again = DataFolder.open(path(), CHAIN, "validator-1");
                DualSlotVoteFile vote = DualSlotVoteFile.open(again.voteFile())) {
            assertThat(again.directory()).isEqualTo(0xc0ffee);
            assertThat(vote.load().term()).isEqualTo(new Term(3));
        }
    }

    @Test
    void aFolderThatIsMissingOrEmptyIsNeverMadeAtStart() throws IOException {
        assertProblem(CHAIN, "validator-1", "lost or wiped");
        Files.createDirectories(path());
        assertProblem(CHAIN, "validator-1", "khazana node format");

        assertThat(path()).isEmptyDirectory();
    }

    @Test
    void aFolderIsFormattedOnce() {
        DataFolder.format(path(), CHAIN, "validator-1", 7);

        assertThatThrownBy(() -> DataFolder.format(path(), CHAIN, "validator-1", 8))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("was made already");
        try (DataFolder folder = DataFolder.open(path(), CHAIN, "validator-1")) {
            assertThat(folder.directory()).isEqualTo(7);
        }
    }

    @Test
    void aSecondNodeInTheSameProcessIsRefused() {
        DataFolder.format(path(), CHAIN, "validator-1", 1);
        try (DataFolder folder = DataFolder.open(path(), CHAIN, "validator-1")) {
            assertProblem(
                    CHAIN,
                    "validator-1",
                    "in use by another node (process " + ProcessHandle.current().pid());
            assertThat(folder.directory()).isEqualTo(1);
        }
        DataFolder.open(path(), CHAIN, "validator-1").close();
    }

    @Test
    void aSecondProcessIsRefusedUntilTheFirstIsKilled() throws Exception {
        DataFolder.format(path(), CHAIN, "validator-1", 1);
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FolderHolder.class.getName(),
                        path().toString(),
                        CHAIN)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("open");
            assertProblem(CHAIN, "validator-1", "(process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        DataFolder.open(path(), CHAIN, "validator-1").close();
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() {
        DataFolder.format(path(), CHAIN, "validator-1", 1);

        assertProblem(OTHER_CHAIN, "validator-1", "belongs to the network " + CHAIN);
        assertProblem(CHAIN, "validator-2", "belongs to validator-1 and not to validator-2");
        DataFolder.open(path(), CHAIN, "validator-1").close();
    }

    @Test
    void aNewerDamagedOrMissingIdentityIsRefused() throws IOException {
        DataFolder.format(path(), CHAIN, "validator-1", 1);
        Path identity = path().resolve("identity");
        String text = Files.readString(identity);

        Files.writeString(identity, text.replace("format-version=1", "format-version=2"));
        assertProblem(CHAIN, "validator-1", "newer");
        Files.writeString(identity, text.replace("directory-id", "directory"));
        assertProblem(CHAIN, "validator-1", "no readable directory-id");
        Files.delete(identity);
        Files.createDirectory(path().resolve("log"));
        assertProblem(CHAIN, "validator-1", "without its identity file");
    }

    @Test
    void aFormattingThatWasInterruptedIsMadeUpFor() throws IOException {
        Files.createDirectories(path());
        Files.writeString(path().resolve("vote"), "half");
        Files.writeString(path().resolve("identity.unfinished"), "format-ver");

        DataFolder.format(path(), CHAIN, "validator-1", 1);

        try (DataFolder folder = DataFolder.open(path(), CHAIN, "validator-1")) {
            assertThat(DualSlotVoteFile.open(folder.voteFile()).load()).isEqualTo(HardState.NONE);
        }
    }

    @Test
    void aPathThatIsNoFolderIsRefused() throws IOException {
        Files.writeString(path(), "a file");

        assertThatThrownBy(() -> DataFolder.format(path(), CHAIN, "validator-1", 1))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("cannot be used");
        assertProblem(CHAIN, "validator-1", "missing");
    }

    private void assertProblem(String chain, String validator, String why) {
        assertThatThrownBy(() -> DataFolder.open(path(), chain, validator))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining(why);
    }

    private Path path() {
        return parent.resolve("data");
    }
}
