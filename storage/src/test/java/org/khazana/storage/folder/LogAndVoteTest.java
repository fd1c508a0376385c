package org.khazana.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khazana.consensus.log.EntryHash;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.simulation.contract.EntryChain;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.LogOrigin;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.vote.DualSlotVoteFile;

/** A validator that finds its log shortened knows so for ever after, until it has got back what it lost. */
class LogAndVoteTest {
    private static final EntryMetadata GENESIS =
            new EntryMetadata(new EntryId(Term.ZERO, 0), 1_000, EntryHash.of(new byte[EntryHash.BYTES]));
    private static final LogOrigin ORIGIN = new LogOrigin(
            GENESIS,
            Configuration.of(
                    new QuorumPolicy(List.of(QuorumClause.majorityOf("all", Set.of(new MemberId("validator-1", 1)))))));
    private static final LogSettings SETTINGS = new LogSettings(1 << 14, false);
    private static final HardState VOTE =
            new HardState(new Term(3), Optional.of(new MemberId("validator-1", 1)), false);

    @TempDir
    private Path folder;

    private List<LogEntry> entries = List.of();

    @BeforeEach
    void writeFiveBlocks() throws IOException {
        DualSlotVoteFile.create(voteFile());
        try (DualSlotVoteFile vote = DualSlotVoteFile.open(voteFile())) {
            vote.store(VOTE);
        }
        try (SegmentedBlockLog log = SegmentedBlockLog.open(logFolder(), ORIGIN, SETTINGS)) {
            entries = EntryChain.after(GENESIS, 3, 5_000, 5_000, 5_000, 5_000, 5_000);
            for (LogEntry entry : entries) {
                log.append(List.of(entry));
                log.sync();
            }
        }
    }

    @Test
    void soundFilesGiveTheWholeLogAndNoWarning() {
        LogAndVote memory = open(5);

        assertThat(memory.log().last()).isEqualTo(entries.get(4).metadata());
        assertThat(memory.hardState()).isEqualTo(VOTE);
        assertThat(memory.warning()).isEmpty();
    }

    @Test
    void aFirstStartIsNoLoss() throws IOException {
        Path fresh = folder.resolve("fresh");
        DualSlotVoteFile.create(fresh);

        LogAndVote memory = LogAndVote.open(
                DualSlotVoteFile.open(fresh), LogOpening.examine(folder.resolve("new"), ORIGIN, SETTINGS), 0);

        assertThat(memory.hardState()).isEqualTo(HardState.NONE);
        assertThat(memory.warning()).isEmpty();
    }

    @Test
    void aDamagedBlockLeavesTheGoodOnesAndARecoveringValidator() throws IOException {
        flipAByteOf("00000001.segment", 12_000);

        LogAndVote memory = open(5);

        assertThat(memory.log().last()).isEqualTo(entries.get(0).metadata());
        assertThat(memory.hardState()).isEqualTo(VOTE.recovering());
        assertThat(memory.warning().orElseThrow())
                .contains("00000001.segment", "after block 1 is lost here", "RECOVERING", "Look after its disk");
    }

    @Test
    void aMissingLogLeavesAnEmptyOneAndARecoveringValidator() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(logFolder())) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }

        LogAndVote memory = open(0);

        assertThat(memory.log().last()).isEqualTo(GENESIS);
        assertThat(memory.hardState()).isEqualTo(VOTE.recovering());
        assertThat(memory.warning().orElseThrow()).contains("the block log is missing", "term 3");
    }

    @Test
    void aStateThatKnowsMoreThanTheLogProvesALoss() {
        LogAndVote memory = open(6);

        assertThat(memory.hardState()).isEqualTo(VOTE.recovering());
        assertThat(memory.warning().orElseThrow()).contains("holds block 6", "after block 5 is lost");
        RestartCheck.verify(memory.hardState(), memory.log(), 6);
    }

    @Test
    void theLossIsKnownAtEveryLaterStart() throws IOException {
        flipAByteOf("00000001.segment", 12_000);
        LogAndVote first = open(5);
        first.log().close();
        first.vote().close();

        LogAndVote again = open(5);

        assertThat(again.hardState()).isEqualTo(VOTE.recovering());
        assertThat(again.log().last()).isEqualTo(entries.get(0).metadata());
        assertThat(again.warning().orElseThrow()).contains("an earlier start found");
    }

    @Test
    void theVoteFileSaysSoBeforeAnythingOfTheLogIsCut() throws IOException {
        flipAByteOf("00000001.segment", 12_000);
        LogOpening opening = LogOpening.examine(logFolder(), ORIGIN, SETTINGS);
        Files.delete(logFolder().resolve("00000002.segment")); // so that the cut cannot be carried out

        assertThatThrownBy(() -> LogAndVote.open(DualSlotVoteFile.open(voteFile()), opening, 5))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(DualSlotVoteFile.open(voteFile()).load()).isEqualTo(VOTE.recovering());
    }

    @Test
    void aLogThatCannotBeCutInAVoteFileThatCannotBeWrittenIsLeftAsItIs() throws IOException {
        flipAByteOf("00000001.segment", 12_000);
        byte[] damaged = Files.readAllBytes(logFolder().resolve("00000001.segment"));
        DualSlotVoteFile vote = DualSlotVoteFile.open(voteFile());
        vote.close();

        assertThatThrownBy(() -> LogAndVote.open(vote, LogOpening.examine(logFolder(), ORIGIN, SETTINGS), 5))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(Files.readAllBytes(logFolder().resolve("00000001.segment"))).isEqualTo(damaged);
        assertThat(logFolder().resolve("00000002.segment")).exists();
    }

    @Test
    void anOlderVoteFileIsRefusedWhateverTheLogIs() throws IOException {
        Files.delete(voteFile());
        DualSlotVoteFile.create(voteFile());
        flipAByteOf("00000001.segment", 12_000);

        assertThatThrownBy(() -> open(5)).isInstanceOf(DataFolderProblem.class).hasMessageContaining("a vote was lost");
    }

    @Test
    void stateLogAndVoteMustFitEachOther() {
        SegmentedBlockLog log = open(5).log();
        RestartCheck.verify(VOTE, log, 5);
        RestartCheck.verify(VOTE, log, 0);
        RestartCheck.verify(VOTE.recovering(), log, 6);

        assertMismatch(VOTE, log, 6, "blocks were lost");
        assertMismatch(new HardState(new Term(2), Optional.empty(), true), log, 5, "a vote was lost");
        log.restartAt(EntryChain.after(log.last(), 3, 1, 1).getLast().metadata(), ORIGIN.configuration());
        RestartCheck.verify(VOTE, log, 7);
        assertMismatch(VOTE.recovering(), log, 6, "begins after block 7");
    }

    private static void assertMismatch(HardState vote, SegmentedBlockLog log, long height, String why) {
        assertThatThrownBy(() -> RestartCheck.verify(vote, log, height))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining(why);
    }

    private void flipAByteOf(String segment, int position) throws IOException {
        Path file = logFolder().resolve(segment);
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= 1;
        Files.write(file, bytes);
    }

    private LogAndVote open(long appliedHeight) {
        return LogAndVote.open(
                DualSlotVoteFile.open(voteFile()), LogOpening.examine(logFolder(), ORIGIN, SETTINGS), appliedHeight);
    }

    private Path voteFile() {
        return folder.resolve("vote");
    }

    private Path logFolder() {
        return folder.resolve("log");
    }
}
