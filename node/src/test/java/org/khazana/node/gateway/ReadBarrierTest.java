package org.khazana.node.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.khazana.api.port.Freshness;
import org.khazana.consensus.runtime.ReadAnswer;

class ReadBarrierTest {
    private final List<Consumer<ReadAnswer>> asked = new ArrayList<>();
    private final ExecutedHeights heights = new ExecutedHeights(4);
    private final ReadBarrier barrier = new ReadBarrier(asked::add, heights, Runnable::run);

    private CompletableFuture<Freshness> ask() {
        return barrier.freshness().toCompletableFuture();
    }

    @Test
    void aReadWaitsUntilTheBlocksUpToTheReadIndexAreExecuted() {
        CompletableFuture<Freshness> reader = ask();

        asked.getFirst().accept(new ReadAnswer.Ready(6));
        heights.executed(5);
        assertThat(reader).isNotDone();

        heights.executed(6);
        assertThat(reader).isCompletedWithValue(new Freshness.Fresh());
    }

    @Test
    void aReadOfWhatIsExecutedAlreadyDoesNotWait() {
        CompletableFuture<Freshness> reader = ask();

        asked.getFirst().accept(new ReadAnswer.Ready(4));

        assertThat(reader).isCompletedWithValue(new Freshness.Fresh());
    }

    @Test
    void readersAreLetThroughInOrderOfTheirHeights() {
        CompletableFuture<Freshness> later = ask();
        CompletableFuture<Freshness> sooner = ask();
        asked.get(0).accept(new ReadAnswer.Ready(9));
        asked.get(1).accept(new ReadAnswer.Ready(5));

        heights.executed(5);

        assertThat(sooner).isDone();
        assertThat(later).isNotDone();
    }

    @Test
    void withoutAnAnswerOfAQuorumNobodyIsLetThrough() {
        CompletableFuture<Freshness> first = ask();
        CompletableFuture<Freshness> second = ask();
        CompletableFuture<Freshness> third = ask();

        asked.get(0).accept(new ReadAnswer.NoLeader(Optional.empty()));
        asked.get(1).accept(new ReadAnswer.TimedOut());
        asked.get(2).accept(new ReadAnswer.Overloaded());

        assertThat(first).isCompletedWithValue(new Freshness.NoLeader());
        assertThat(second).isCompletedWithValue(new Freshness.NoLeader());
        assertThat(third).isCompletedWithValue(new Freshness.Overloaded());
    }
}
