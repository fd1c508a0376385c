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
import org.khazana.storage.state.LedgerSnapshot;
import org.khazana.storage.state.LedgerStore;
import org.khazana.storage.vote.DualSlotVoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has on disk, open, locked, and checked to fit together.
 *
 * @param self this validator with the data directory that it has
 */
record Disk(MemberId self, SegmentedBlockLog log, DualSlotVoteFile vote, LedgerStore store) {
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
        LogOpening opening = LogOpening.examine(folder.logFolder(), chain.logOrigin(), LogSettings.PRODUCTION);
        LedgerStore store = parts.add(LedgerStore.open(folder.stateFolder()));
        if (!store.isFounded()) {
            store.found(FoundingState.changes(chain.genesis()));
        }
        LogAndVote memory = LogAndVote.open(vote, opening, store.appliedHeight());
        SegmentedBlockLog log = parts.add(memory.log());
        memory.warning().ifPresent(sentence -> LOG.warn("{}", sentence));
        RestartCheck.verify(vote.load(), log, store.appliedHeight());
        LOG.info("the log ends at block {}, the state at block {}", log.last().index(), store.appliedHeight());
        return new Disk(new MemberId(config.validator(), folder.directory()), log, vote, store);
    }

    Optional<Receipt> receipt(TransactionId id) {
        return store.read((LedgerSnapshot state) -> state.receipt(id));
    }
}
