package org.khazana.node.audit;

import static org.khazana.node.audit.AuditDoubted.require;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.khazana.config.file.GenesisFile;
import org.khazana.consensus.log.LogEntry;
import org.khazana.ledger.finality.Head;
import org.khazana.node.assembly.Chain;
import org.khazana.storage.blocklog.KeptBlocks;
import org.khazana.storage.blocklog.LogFinding;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.folder.DataFolder;
import org.khazana.storage.rocksdb.PinnedRows;
import org.khazana.storage.snapshot.StateExport;
import org.khazana.storage.state.PinnedState;
import org.khazana.storage.state.StoredState;

/**
 * Checks the data folder of a validator that is stopped, or a copy of one, for whoever trusts the genesis: executes all its blocks
 * again and compares. What it does not show is that the folder holds the newest blocks.
 */
public final class DataAudit {
    /** Read at once. */
    private static final long BYTES_MAX = 8L << 20;

    private final Chain chain;
    private final Path work;
    private final Executor threads;

    /**
     * Puts it together.
     *
     * @param genesis of the network
     * @param work empty folder, with room for the state once more
     * @param threads verify signatures
     */
    public DataAudit(GenesisFile genesis, Path work, Executor threads) {
        this.chain = Chain.of(genesis);
        this.work = work;
        this.threads = threads;
    }

    /**
     * Checks the folder; nothing in it changes but the file of its lock. Without a state in it there is less to compare: then the
     * certificates that blocks carry show how far others vouch for them.
     *
     * @throws AuditDoubted if something does not fit
     * @throws org.khazana.storage.DataFolderProblem if it is none of this network, or a node runs on it
     */
    public AuditReport check(Path data) throws AuditDoubted {
        try (DataFolder folder = DataFolder.openToLook(data, chain.id().toString());
                KeptBlocks blocks = blocks(folder.logFolder());
                Replay replay = new Replay(chain, work.resolve("state"), threads)) {
            if (Files.notExists(folder.stateFolder())) {
                return check(folder, blocks, replay, Optional.empty());
            }
            try (StoredState state = StoredState.open(folder.stateFolder())) {
                return check(folder, blocks, replay, Optional.of(state));
            }
        }
    }

    private AuditReport check(DataFolder folder, KeptBlocks blocks, Replay replay, Optional<StoredState> state)
            throws AuditDoubted {
        long end = blocks.last().index();
        long applied = state.map(StoredState::appliedHeight).orElse(end);
        require(
                applied <= end,
                AuditDoubt.LAST_BLOCKS_MISSING,
                "the state is that of block " + applied + ", and the log ends with block " + end);
        CertificateCheck certificates = new CertificateCheck(chain.id(), state);
        EmbeddedCheck embedded = new EmbeddedCheck(replay);
        compare(replay.founding(), state, certificates);
        while (replay.last().index() < applied) {
            List<LogEntry> entries = blocks.read(replay.last().index() + 1, applied, BYTES_MAX);
            require(
                    !entries.isEmpty(),
                    AuditDoubt.LOG_DAMAGED,
                    "block " + (replay.last().index() + 1) + " cannot be read");
            for (LogEntry entry : entries) {
                Replay.Executed executed = replay.execute(entry);
                compare(executed, state, certificates);
                embedded.check(executed);
            }
        }
        if (state.isPresent()) {
            requireSameRows(state.get(), replay);
        }
        embedded.requireNoneWrong();
        return new AuditReport(
                folder.validatorId(),
                state.isPresent(),
                replay.head(),
                replay.newestEpoch(),
                replay.last().timeMillis(),
                replay.transactions(),
                replay.refused(),
                new AuditReport.Certified(certificates.count(), certificates.newest()),
                new AuditReport.Certified(embedded.count(), embedded.newest()),
                end - applied);
    }

    private KeptBlocks blocks(Path folder) throws AuditDoubted {
        LogOpening opening = LogOpening.examine(folder, chain.logOrigin(), LogSettings.PRODUCTION);
        if (opening.finding() instanceof LogFinding.Damaged damaged) {
            throw new AuditDoubted(AuditDoubt.LOG_DAMAGED, damaged.sentence());
        }
        KeptBlocks blocks = opening.keptBlocks()
                .orElseThrow(() -> new AuditDoubted(AuditDoubt.LOG_DAMAGED, "there is no block log in " + folder));
        if (blocks.base().index() > 0) {
            blocks.close();
            throw new AuditDoubted(
                    AuditDoubt.FIRST_BLOCKS_MISSING,
                    "the log begins after block " + blocks.base().index()
                            + ", as this validator has forgotten what was before; only an archive's folder can be"
                            + " checked");
        }
        return blocks;
    }

    private static void compare(Replay.Executed executed, Optional<StoredState> state, CertificateCheck certificates)
            throws AuditDoubted {
        Head head = executed.head();
        Optional<Head> kept = state.flatMap(folder -> folder.head(head.height()));
        require(
                kept.isEmpty() || kept.get().equals(head),
                AuditDoubt.HEAD_DIFFERENT,
                "block " + head.height() + " comes to the state " + head.stateRoot() + " here, and to "
                        + kept.map(Head::stateRoot).orElse(head.stateRoot()) + " as the folder says");
        certificates.check(executed);
    }

    private static void requireSameRows(StoredState state, Replay replay) throws AuditDoubted {
        try (PinnedRows kept = state.rows();
                PinnedState own = replay.rows()) {
            Optional<StateExport> ours = StateExport.of(own, replay.origin());
            Optional<StateExport> theirs = StateExport.of(kept, replay.origin());
            require(
                    ours.map(StateExport::manifest).equals(theirs.map(StateExport::manifest)),
                    AuditDoubt.STATE_DIFFERENT,
                    "the rows of the state are others than what its blocks come to");
        }
    }
}
