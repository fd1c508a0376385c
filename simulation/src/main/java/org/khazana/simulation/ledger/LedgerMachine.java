package org.khazana.simulation.ledger;

import java.util.ArrayList;
import java.util.List;
import org.khazana.consensus.log.LogEntry;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.execution.BlockExecutor;
import org.khazana.ledger.execution.BlockResult;
import org.khazana.ledger.state.Change;
import org.khazana.ledger.state.InMemoryLedgerState;
import org.khazana.simulation.cluster.Machine;
import org.khazana.simulation.property.Property;
import org.khazana.simulation.property.PropertyViolation;

/** The ledger as one member has it: the real rules over a state in memory, and what it needs to go back in a crash. */
final class LedgerMachine implements Machine {
    /** All changes since the beginning: what a real snapshot holds follows from them. */
    private record SavedLedger(List<List<Change>> applied) implements Saved {}

    private final LedgerHistory history;
    private final BlockExecutor executor = new BlockExecutor(Founders.CHAIN, new QuickSignatures());
    private final List<List<Change>> applied = new ArrayList<>();
    private InMemoryLedgerState state = new InMemoryLedgerState();

    LedgerMachine(LedgerHistory history) {
        this.history = history;
        fallBackTo(0);
    }

    @Override
    public void apply(LogEntry entry) {
        Block block = BlockEntries.blockIn(entry);
        BlockResult result = execute(block);
        state.apply(result.changes());
        applied.add(result.changes());
        history.executed(block, result, state);
    }

    private BlockResult execute(Block block) {
        try {
            return executor.execute(block, state);
        } catch (RuntimeException fault) {
            throw new PropertyViolation(Property.LEDGER_ADDS_UP, fault);
        }
    }

    /** The state and the index of what it holds are written together, so they fall back together. */
    @Override
    public void fallBackTo(long index) {
        rebuild(List.copyOf(applied.subList(0, Math.toIntExact(index))));
    }

    private void rebuild(List<List<Change>> kept) {
        applied.clear();
        state = new InMemoryLedgerState();
        state.apply(Founders.changes());
        kept.forEach(changes -> {
            state.apply(changes);
            applied.add(changes);
        });
    }

    @Override
    public String state() {
        return state.assets() + " " + state.positions();
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
