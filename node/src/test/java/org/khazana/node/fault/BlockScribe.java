package org.khazana.node.fault;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.khazana.api.client.LedgerClient;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.BlockJson;
import org.khazana.node.Eventually;
import org.khazana.node.acceptance.TestNetwork;

/**
 * Writes down every block soon after it is agreed on, from whoever shows it: some validators forget theirs, and an archive
 * that was away for too long lacks some. Each must follow from the one before.
 */
final class BlockScribe implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ConcurrentMap<Long, BlockJson> written = new ConcurrentHashMap<>();
    private final List<LedgerClient> validators;
    private final Thread thread = new Thread(this::write, "block-scribe");

    /** Begins with block 1. */
    BlockScribe(TestNetwork network) {
        this.validators = network.validators().stream().map(network::client).toList();
        thread.start();
    }

    private void write() {
        long height = 1;
        while (!Thread.currentThread().isInterrupted()) {
            Optional<BlockJson> block = find(height);
            if (block.isPresent()) {
                written.put(height, block.get());
                height++;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private Optional<BlockJson> find(long height) {
        for (LedgerClient validator : validators) {
            try {
                Optional<BlockJson> block = validator.block(height);
                if (block.isPresent()) {
                    return block;
                }
            } catch (ProblemResponse | NoAnswer e) {
                // It is forgotten there, or nobody answers: another one may have it.
            }
        }
        return Optional.empty();
    }

    /** The block at {@code height}, waited for. */
    BlockJson block(long height, Duration patience) {
        Eventually.holds("block " + height + " is written down", patience, () -> written.containsKey(height));
        BlockJson block = Objects.requireNonNull(written.get(height));
        BlockJson parent = written.get(height - 1);
        if (parent != null && !block.parentHash().equals(parent.hash())) {
            throw new AssertionError("block " + height + " does not follow from the one before: " + block + parent);
        }
        return block;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
