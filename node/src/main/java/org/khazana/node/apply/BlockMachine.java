package org.khazana.node.apply;

import java.util.function.Consumer;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.port.StateMachine;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.finality.Head;
import org.khazana.ledger.state.RememberedView;
import org.khazana.ledger.validator.ValidatorSet;
import org.khazana.ledger.wire.BlockCodec;
import org.khazana.ledger.wire.MalformedBlock;
import org.khazana.node.membership.MembershipWatch;
import org.khazana.storage.state.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes committed blocks one after another and keeps what they came to. */
public final class BlockMachine implements StateMachine {
    private static final Logger LOG = LoggerFactory.getLogger(BlockMachine.class);

    /** Who is told what this node has come to. */
    @FunctionalInterface
    public interface Heads {
        /**
         * The block was executed and what came of it is in the store; must not block.
         *
         * @param block which may carry a certificate of an earlier one
         * @param inForce the validators before the block, who sign the head
         */
        void executed(Block block, Head head, ValidatorSet inForce);
    }

    private final BlockExecutor executor;
    private final SignatureCrew signatures;
    private final LedgerStore store;
    private final MembershipWatch membership;
    private final Heads heads;
    private final Consumer<BlockResult> executed;

    /** Tells {@code executed} of each block after its result is in the store; it must not block. */
    public BlockMachine(
            BlockExecutor executor,
            SignatureCrew signatures,
            LedgerStore store,
            MembershipWatch membership,
            Heads heads,
            Consumer<BlockResult> executed) {
        this.executor = executor;
        this.signatures = signatures;
        this.store = store;
        this.membership = membership;
        this.heads = heads;
        this.executed = executed;
    }

    @Override
    public long appliedIndex() {
        return store.appliedHeight();
    }

    @Override
    public void apply(LogEntry entry) {
        try {
            Block block = BlockCodec.decode(entry.payload().bytes());
            signatures.finish(block);
            membership.verify(entry, block.header(), store.view());
            ValidatorSet inForce = store.view().newestValidators();
            BlockResult result = executor.execute(block, new RememberedView(store.viewForBlock()));
            signatures.done(block);
            Head head = store.apply(result);
            result.alarms()
                    .forEach(alarm -> LOG.error("BUSINESS HAS STOPPED, the ledger found itself wrong: {}", alarm));
            membership.executed(result, store.view());
            heads.executed(block, head, inForce);
            executed.accept(result);
        } catch (MalformedBlock e) {
            throw new IllegalStateException("committed block " + entry.id() + " cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying block " + entry.id(), e);
        }
    }
}
