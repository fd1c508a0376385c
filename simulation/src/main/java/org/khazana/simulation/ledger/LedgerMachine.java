package org.khazana.simulation.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.khazana.consensus.log.LogEntry;
import org.khazana.ledger.Invariant;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.table.NetChanges;
import org.khazana.simulation.cluster.Machine;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** The ledger as one member has it: the real rules over a state in memory, and what it needs to go back in a crash. */
final class LedgerMachine implements Machine {
    /**
     * What one block came to.
     *
     * @param decided the numbers of the requests that it decided
     */
    private record Applied(NetChanges changes, List<Long> decided) {}

    /** All changes since the beginning: what a real snapshot holds follows from them. */
    private record SavedLedger(List<Applied> applied) implements Saved {}

    private final LedgerHistory history;
    private final BlockExecutor executor = new BlockExecutor(Founders.CHAIN, new QuickSignatures());
    private final Function<byte[], Long> numberOf;
    private final List<Applied> applied = new ArrayList<>();
    private InMemoryLedgerState state = new InMemoryLedgerState();

    /** @param numberOf what clients call the request in an envelope */
    LedgerMachine(LedgerHistory history, Function<byte[], Long> numberOf) {
        this.history = history;
        this.numberOf = numberOf;
        fallBackTo(0);
    }

    @Override
    public void apply(LogEntry entry) {
        Block block = BlockEntries.blockIn(entry);
        BlockResult result = execute(block);
        result.changes().writeTo(state);
        applied.add(new Applied(result.changes(), decidedBy(block, result)));
        history.executed(block, result, state);
    }

    private List<Long> decidedBy(Block block, BlockResult result) {
        List<Long> decided = new ArrayList<>();
        for (int position = 0; position < result.receipts().size(); position++) {
            if (result.receipts().get(position).decidesRequest()) {
                decided.add(numberOf.apply(block.envelopes().get(position)));
            }
        }
        return decided;
    }

    private BlockResult execute(Block block) {
        try {
            BlockResult result = executor.execute(block, state);
            Invariant.check(result.alarms().isEmpty(), "the ledger found itself wrong: %s", result.alarms());
            return result;
        } catch (RuntimeException fault) {
            throw new PropertyViolation(Property.LEDGER_ADDS_UP, fault);
        }
    }

    /** The state and the index of what it holds are written together, so they fall back together. */
    @Override
    public void fallBackTo(long index) {
        rebuild(List.copyOf(applied.subList(0, Math.toIntExact(index))));
    }

    private void rebuild(List<Applied> kept) {
        applied.clear();
        state = new InMemoryLedgerState();
        state.apply(Founders.changes());
        kept.forEach(block -> {
            block.changes().writeTo(state);
            applied.add(block);
        });
    }

    @Override
    public String state() {
        return state.records(Tables.ASSETS) + " " + state.records(Tables.POSITIONS);
    }

    @Override
    public List<Long> answer(long number) {
        return look(number);
    }

    /** The height of the receipt that a client finds: the newest that decides the request. */
    @Override
    public List<Long> look(long number) {
        for (int height = applied.size(); height > 0; height--) {
            if (applied.get(height - 1).decided().contains(number)) {
                return List.of((long) height);
            }
        }
        return List.of();
    }

    @Override
    public Saved save() {
        return new SavedLedger(List.copyOf(applied));
    }

    @Override
    public void install(long index, Saved saved) {
        rebuild(((SavedLedger) saved).applied());
    }
}
