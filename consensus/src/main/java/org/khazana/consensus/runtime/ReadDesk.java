package org.khazana.consensus.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.khazana.consensus.message.ReadId;
import org.khazana.consensus.raft.ReadOutcome;

/**
 * Reads on their way to a read index. Whatever waits when the loop comes by shares one question to the core, so many reads
 * cost no more messages than one. Any thread adds; the rest belongs to the loop.
 */
final class ReadDesk {
    /** Questions without an answer yet; what comes then waits for the next. */
    private static final int ASKED_MAX = 64;

    private record Asked(List<Consumer<ReadAnswer>> readers, long giveUpAtMillis) {}

    private final BlockingQueue<Consumer<ReadAnswer>> waiting;
    private final long patienceMillis;
    private final long process;
    private final Map<ReadId, Asked> asked = new LinkedHashMap<>(); // oldest first
    private long lastNumber;

    /**
     * A desk of one process.
     *
     * @param patienceMillis after which a question without an answer is given up
     * @param process random, so that no answer to an earlier process is taken for one to this
     */
    ReadDesk(int waitingMax, long patienceMillis, long process) {
        this.waiting = new ArrayBlockingQueue<>(waitingMax);
        this.patienceMillis = patienceMillis;
        this.process = process;
    }

    /** Any thread; false when too many wait. */
    boolean offer(Consumer<ReadAnswer> reader) {
        return waiting.offer(reader);
    }

    /** The question to ask on behalf of all that wait, if any do. */
    Optional<ReadId> nextQuestion(long nowMillis) {
        if (waiting.isEmpty() || asked.size() >= ASKED_MAX) {
            return Optional.empty();
        }
        List<Consumer<ReadAnswer>> readers = new ArrayList<>();
        waiting.drainTo(readers);
        ReadId id = new ReadId(process, ++lastNumber);
        asked.put(id, new Asked(readers, nowMillis + patienceMillis));
        return Optional.of(id);
    }

    void answered(ReadOutcome outcome) {
        Optional.ofNullable(asked.remove(outcome.id()))
                .ifPresent(found -> tell(
                        found,
                        switch (outcome) {
                            case ReadOutcome.Ready ready -> new ReadAnswer.Ready(ready.index());
                            case ReadOutcome.NoLeader noLeader -> new ReadAnswer.NoLeader(noLeader.leader());
                            case ReadOutcome.Overloaded overloaded -> new ReadAnswer.Overloaded();
                        }));
    }

    /** Gives up the questions that have waited too long. */
    void expire(long nowMillis) {
        Iterator<Asked> oldestFirst = asked.values().iterator();
        boolean isDue = true;
        while (isDue && oldestFirst.hasNext()) {
            Asked oldest = oldestFirst.next();
            isDue = nowMillis >= oldest.giveUpAtMillis();
            if (isDue) {
                oldestFirst.remove();
                tell(oldest, new ReadAnswer.TimedOut());
            }
        }
    }

    /** Tells everybody that nothing will come any more. Not while the loop runs. */
    void close() {
        ReadAnswer closed = new ReadAnswer.NoLeader(Optional.empty());
        asked.values().forEach(question -> tell(question, closed));
        asked.clear();
        refuseWaiting();
    }

    /** Any thread. */
    void refuseWaiting() {
        Consumer<ReadAnswer> reader = waiting.poll();
        while (reader != null) {
            reader.accept(new ReadAnswer.NoLeader(Optional.empty()));
            reader = waiting.poll();
        }
    }

    private static void tell(Asked question, ReadAnswer answer) {
        question.readers().forEach(reader -> reader.accept(answer));
    }
}
