package org.khazana.node.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Lets a plan happen to a network, and tells each step in a line. */
final class FaultDriver {
    private final FaultyNetwork network;
    private final FaultPlan plan;
    private final Consumer<String> told;
    private final long startNanos = System.nanoTime();

    FaultDriver(FaultyNetwork network, FaultPlan plan, Consumer<String> told) {
        this.network = network;
        this.plan = plan;
        this.told = told;
    }

    /**
     * Goes on for {@code duration}, but no longer than until a validator ends by itself.
     *
     * @return how many steps there were
     */
    int run(Duration duration) {
        List<String> losers = new ArrayList<>(); // whose data was damaged, and who may still miss some of it
        int steps = 0;
        while (elapsedMillis() < duration.toMillis() && network.unexpectedEnds().isEmpty()) {
            losers.removeIf(network::isWhole);
            FaultPlan.Step step = plan.next(network.leader(), losers.isEmpty());
            step.faults().forEach(fault -> {
                if (fault instanceof Fault.Damaged damaged) {
                    losers.add(damaged.victim());
                }
            });
            told.accept("%6.1f s  %s".formatted(elapsedMillis() / 1_000.0, step));
            step.faults().forEach(fault -> fault.begin(network));
            pass(step.lastMillis());
            step.faults().reversed().forEach(fault -> fault.end(network));
            pass(step.calmMillis());
            steps++;
        }
        return steps;
    }

    private long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    /** Time is what a fault is made of; nothing is waited for. */
    private static void pass(long millis) {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = deadlineNanos - System.nanoTime(); left > 0; left = deadlineNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
