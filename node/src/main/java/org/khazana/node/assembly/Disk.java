package org.khazana.node.assembly;

import java.util.Optional;
import org.khazana.config.NodeConfig;
import org.khazana.consensus.membership.MemberId;
import org.khazana.ledger.receipt.Receipt;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.LogSettings;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.folder.DataFolder;
import org.khazana.storage.folder.LogAndVote;
import org.khazana.storage.folder.RestartCheck;
import org.khazana.storage.signing.SigningRecordFile;
import org.khazana.storage.snapshot.IncomingState;
import org.khazana.storage.snapshot.SnapshotPaths;
import org.khazana.storage.snapshot.StateInstallation;
import org.khazana.storage.state.LedgerSnapshot;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.state.TreesKept;
import org.khazana.storage.vote.DualSlotVoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has on disk, open, locked, and checked to fit together.
 *
 * @param self this validator with the data directory that it has
 */
record Disk(
        MemberId self,
        SegmentedBlockLog log,
        DualSlotVoteFile vote,
        SigningRecordFile signed,
        LedgerStore store,
        SnapshotPaths snapshots) {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    /**
     * Opens the data folder; makes the founding state when it has none yet.
     *
     * @throws org.khazana.storage.DataFolderProblem if it cannot be used as it is
     */
    static Disk open(NodeConfig config, Chain chain, OpenParts parts) {
        DataFolder folder =
                parts.add(DataFolder.open(config.dataFolder(), chain.id().toString(), config.validator()));
        DualSlotVoteFile vote = parts.add(DualSlotVoteFile.open(folder.voteFile()));
        SigningRecordFile signed = parts.add(SigningRecordFile.open(folder.signingFile()));
        StateInstallation installation = new StateInstallation(folder.snapshotPaths());
        installation.settleState();
        LogOpening opening = LogOpening.examine(folder.logFolder(), chain.logOrigin(), logSettings(config));
        LedgerStore store = parts.add(LedgerStore.open(folder.stateFolder(), treesKept(config)));
        if (!store.isFounded()) {
            store.found(chain.id(), FoundingState.changes(chain.genesis()));
        }
        // A fetched state is ahead of a log that has not been told of it: that is no loss.
        long heightOfLog = installation.intended().isPresent()
                ? Math.min(store.appliedHeight(), opening.last().index())
                : store.appliedHeight();
        LogAndVote memory = LogAndVote.open(vote, opening, heightOfLog);
        SegmentedBlockLog log = parts.add(memory.log());
        memory.warning().ifPresent(sentence -> LOG.warn("{}", sentence));
        installation.settleLog(log, vote);
        IncomingState.discardOutdated(folder.snapshotPaths(), store.appliedHeight());
        RestartCheck.verify(vote.load(), log, store.appliedHeight());
        LOG.info("the log ends at block {}, the state at block {}", log.last().index(), store.appliedHeight());
        return new Disk(
                new MemberId(config.validator(), folder.directory()), log, vote, signed, store, folder.snapshotPaths());
    }

    private static TreesKept treesKept(NodeConfig config) {
        return new TreesKept(config.proofs().keepHeights(), config.proofs().keepBusinessDates());
    }

    private static LogSettings logSettings(NodeConfig config) {
        return config.history().archive() ? LogSettings.PRODUCTION.keepingAllBlocks() : LogSettings.PRODUCTION;
    }

    Optional<Receipt> receipt(TransactionId id) {
        return store.read((LedgerSnapshot state) -> state.receipt(id));
    }
}
