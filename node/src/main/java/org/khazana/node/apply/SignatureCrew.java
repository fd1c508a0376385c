package org.khazana.node.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.khazana.ledger.block.Block;
import org.khazana.ledger.transaction.Transaction;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.ReadEnvelope;

/**
 * Reads the transactions of whole blocks, and verifies their signatures, on several threads, so that execution, which is sequential,
 * finds them in {@link KnownTransactions} and {@link KnownSignatures}. Only ever a head start: execution asks again for each.
 */
public final class SignatureCrew {
    private static final int TRANSACTIONS_PER_TASK = 16;

    private final KnownTransactions known;
    private final KnownSignatures signatures;
    private final Executor threads;

    public SignatureCrew(KnownTransactions known, KnownSignatures signatures, Executor threads) {
        this.known = known;
        this.signatures = signatures;
        this.threads = threads;
    }

    /** Starts on a block that has just arrived; gives up where the threads have too much to do. */
    public void startOn(Block block) {
        try {
            tasksOf(block).forEach(threads::execute);
        } catch (RejectedExecutionException e) {
            return; // verified later, by finish
        }
    }

    /** Returns when every signature of the block has been looked at. */
    public void finish(Block block) throws InterruptedException {
        List<FutureTask<Void>> tasks = tasksOf(block);
        // The last part is left for this thread, which would only wait otherwise.
        for (int i = 0; i + 1 < tasks.size(); i++) {
            runElsewhere(tasks.get(i));
        }
        for (int i = tasks.size() - 1; i >= 0; i--) {
            tasks.get(i).run(); // does nothing when another thread has begun it
        }
        for (FutureTask<Void> task : tasks) {
            await(task);
        }
    }

    /** The block is executed: lets go of its transactions. */
    public void done(Block block) {
        block.envelopes().forEach(known::forget);
    }

    private void runElsewhere(FutureTask<Void> task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    private static void await(FutureTask<Void> task) throws InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("verifying a signature failed: " + e.getCause(), e);
        }
    }

    private List<FutureTask<Void>> tasksOf(Block block) {
        List<FutureTask<Void>> tasks = new ArrayList<>();
        List<byte[]> envelopes = block.envelopes().stream()
                .filter(envelope -> known.find(envelope).isEmpty())
                .toList();
        for (int from = 0; from < envelopes.size(); from += TRANSACTIONS_PER_TASK) {
            List<byte[]> part = envelopes.subList(from, Math.min(from + TRANSACTIONS_PER_TASK, envelopes.size()));
            tasks.add(new FutureTask<>(() -> part.forEach(this::verify), null));
        }
        return tasks;
    }

    private void verify(byte[] envelope) {
        try {
            ReadEnvelope read = known.read(envelope);
            Transaction transaction = read.transaction();
            transaction
                    .signatures()
                    .forEach(
                            each -> signatures.isValid(each.publicKey(), transaction.signingBytes(), each.signature()));
            known.remember(read);
        } catch (MalformedTransaction e) {
            return; // execution refuses it
        }
    }
}
