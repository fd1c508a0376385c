package org.khazana.node.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.khazana.api.port.Freshness;
import org.khazana.consensus.runtime.ReadAnswer;

/**
 * Lets a read through once this node has executed everything that was committed when the read came: consensus says up to
 * where that is (ReadIndex, Raft thesis §6.4), and the blocks up to there are waited for.
 */
public final class ReadBarrier {
    private final Consumer<Consumer<ReadAnswer>> readIndex;
    private final ExecutedHeights heights;
    private final Executor answerers;

    /**
     * Puts the parts together.
     *
     * @param readIndex asks consensus; answers within a few seconds, and bounds how many may wait
     * @param answerers tell the readers
     */
    public ReadBarrier(Consumer<Consumer<ReadAnswer>> readIndex, ExecutedHeights heights, Executor answerers) {
        this.readIndex = readIndex;
        this.heights = heights;
        this.answerers = answerers;
    }

    /** As {@code LedgerGateway.freshness}. */
    CompletionStage<Freshness> freshness() {
        CompletableFuture<Freshness> reader = new CompletableFuture<>();
        readIndex.accept(answer -> {
            switch (answer) {
                case ReadAnswer.Ready ready -> heights.await(ready.index(), () -> tell(reader, new Freshness.Fresh()));
                case ReadAnswer.NoLeader noLeader -> tell(reader, new Freshness.NoLeader());
                case ReadAnswer.TimedOut timedOut -> tell(reader, new Freshness.NoLeader());
                case ReadAnswer.Overloaded overloaded -> tell(reader, new Freshness.Overloaded());
            }
        });
        return reader;
    }

    private void tell(CompletableFuture<Freshness> reader, Freshness freshness) {
        answerers.execute(() -> reader.complete(freshness));
    }
}
