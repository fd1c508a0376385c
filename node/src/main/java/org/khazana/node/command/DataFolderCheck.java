package org.khazana.node.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.khazana.config.file.GenesisFile;
import org.khazana.node.audit.AuditDoubted;
import org.khazana.node.audit.AuditReport;
import org.khazana.node.audit.DataAudit;
import org.khazana.node.audit.SnapshotReport;
import org.khazana.node.lifecycle.NodeThreads;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.snapshot.MalformedSnapshot;

/** Has a data folder or a snapshot checked, with a temporary folder for what is made of it. */
final class DataFolderCheck {
    private static final String WORK_PREFIX = "khazana-verify";

    private DataFolderCheck() {}

    /**
     * What was found, for people.
     *
     * @param epoch the validators at the end must be those of this epoch or of a later one
     * @throws CommandFailure if anything does not fit
     */
    static List<String> words(Path data, GenesisFile genesis, long epoch) {
        Path work = temporaryFolder();
        try (NodeThreads threads = new NodeThreads()) {
            AuditReport report = new DataAudit(genesis, work, threads.checkers()).check(data);
            if (report.newestEpoch() < epoch) {
                throw failed(data, "it ends with the validators of epoch " + report.newestEpoch(), "EPOCH_OUTDATED");
            }
            return report.words();
        } catch (AuditDoubted doubted) {
            throw failed(
                    data, String.valueOf(doubted.getMessage()), doubted.doubt().name());
        } catch (DataFolderProblem problem) {
            throw new CommandFailure(ExitCode.DATA_FOLDER, problem.getMessage() + ".", problem);
        } finally {
            delete(work);
        }
    }

    /**
     * What was found in a snapshot, for people.
     *
     * @param epoch the steps must lead to the validators of this epoch or of a later one
     * @throws CommandFailure if anything does not fit
     */
    static List<String> wordsOfSnapshot(Path snapshot, GenesisFile genesis, long epoch) {
        Path work = temporaryFolder();
        try {
            return SnapshotReport.of(snapshot, work.resolve("state"), genesis, epoch)
                    .words();
        } catch (MalformedSnapshot doubted) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the snapshot " + snapshot + " does not fit: " + doubted.getMessage() + " (" + doubted.doubt()
                            + ").",
                    doubted);
        } finally {
            delete(work);
        }
    }

    private static CommandFailure failed(Path data, String sentence, String doubt) {
        return new CommandFailure(
                ExitCode.FAILED, "the data folder " + data + " does not fit: " + sentence + " (" + doubt + ").");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(WORK_PREFIX);
        } catch (IOException failed) {
            throw new UncheckedIOException("no temporary folder can be made: " + failed, failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the temporary folder " + folder + " cannot be removed: " + failed, failed);
        }
    }
}
