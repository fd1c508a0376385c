package org.khazana.node.bench.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/**
 * Sends requests at a {@link Pace} and waits for their answers, all in the thread that calls it. What a validator could not
 * take, or did not tell the outcome of, is sent again, byte for byte; its latency counts from the first time.
 */
public final class Drive {
    private static final long MILLI = 1_000_000;
    private static final long RETRY_PAUSE_NANOS = 5 * MILLI;
    private static final long RECONNECT_PAUSE_NANOS = 5 * MILLI;
    /** A validator tells the outcome, or that it does not know it, well before this. */
    private static final long ANSWERS_PATIENCE_NANOS = 15_000 * MILLI;
    /** How long nothing is looked at, at most, and how often whether to stop. */
    private static final long LOOK_NANOS = 100 * MILLI;
    /** The selector wakes up to a millisecond late; shorter waits are naps, a nap being this long. */
    private static final long SELECTOR_WAIT_NANOS_MIN = 2 * MILLI;

    private static final long NAP_NANOS = 50_000;

    private final Pace pace;
    private final Iterator<Request> requests;
    private final BooleanSupplier isStopped;
    private final Selector selector;
    private final long startNanos;
    private final Tally tally = new Tally();
    private final List<Connection> connections = new ArrayList<>();
    private final Queue<Connection> idle = new ArrayDeque<>();
    private final Later<Attempt> retries = new Later<>(RETRY_PAUSE_NANOS);
    private final Later<Connection> lost = new Later<>(RECONNECT_PAUSE_NANOS);
    /** Requests that have begun and are not over. */
    private int underWay;

    private long lookedNanos;
    private boolean isMidwayOver;
    private boolean isWindowOver;
    private long windowEndNanos;

    private Drive(
            Targets targets,
            Pace pace,
            Iterator<Request> requests,
            BooleanSupplier isStopped,
            Selector selector,
            long startNanos) {
        this.pace = pace;
        this.requests = requests;
        this.isStopped = isStopped;
        this.selector = selector;
        this.startNanos = startNanos;
        this.lookedNanos = startNanos;
        for (int i = 0; i < pace.underWayMax(); i++) {
            connections.add(new Connection(targets, selector, i));
        }
    }

    /**
     * Returns when the pace is over or requests have run out, and all answers have come, or 15 seconds after that.
     *
     * @param pace made when it starts, by {@link System#nanoTime}
     * @param isStopped is asked ten times a second; when it says so, the drive ends
     * @throws UncheckedIOException if the machine gives no more connections
     */
    public static Outcome run(
            Targets targets,
            LongFunction<Pace> pace,
            Iterator<Request> requests,
            Midway midway,
            BooleanSupplier isStopped) {
        try (Selector selector = Selector.open()) {
            long startNanos = System.nanoTime();
            Drive drive = new Drive(targets, pace.apply(startNanos), requests, isStopped, selector, startNanos);
            try {
                return drive.run(midway);
            } finally {
                drive.connections.forEach(Connection::close);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no requests can be sent", e);
        }
    }

    private Outcome run(Midway midway) throws IOException {
        connections.forEach(connection -> open(connection, startNanos));
        long nowNanos = System.nanoTime();
        while (!isOver(nowNanos)) {
            happen(midway, nowNanos);
            reopen(nowNanos);
            dispatch();
            await(nanosUntilDue(System.nanoTime()));
            nowNanos = System.nanoTime();
        }
        return tally.outcome(startNanos, windowEndNanos, nowNanos, pace.overdue(nowNanos));
    }

    private boolean isOver(long nowNanos) {
        if (nowNanos - lookedNanos >= LOOK_NANOS) {
            lookedNanos = nowNanos;
            if (isStopped.getAsBoolean()) {
                endWindow(nowNanos);
                return true;
            }
        }
        if (nowNanos - pace.endNanos() >= 0) {
            endWindow(pace.endNanos());
        } else if (!requests.hasNext()) {
            endWindow(nowNanos);
        }
        boolean allAnswered = underWay == 0 && noneBegins(nowNanos);
        return isWindowOver && (allAnswered || nowNanos - windowEndNanos > ANSWERS_PATIENCE_NANOS);
    }

    private boolean noneBegins(long nowNanos) {
        return pace.isOver(nowNanos) || !requests.hasNext();
    }

    private void endWindow(long nowNanos) {
        if (!isWindowOver) {
            isWindowOver = true;
            windowEndNanos = nowNanos;
        }
    }

    private void happen(Midway midway, long nowNanos) {
        if (!isMidwayOver && nowNanos - startNanos >= midway.afterNanos()) {
            isMidwayOver = true;
            midway.action().run();
            tally.watchGap(nowNanos);
        }
    }

    private void open(Connection connection, long nowNanos) {
        try {
            connection.open();
            if (connection.isOpen()) {
                idle.add(connection);
            }
        } catch (IOException e) {
            lose(connection, nowNanos);
        }
    }

    private void reopen(long nowNanos) {
        for (Optional<Connection> next = lost.poll(nowNanos); next.isPresent(); next = lost.poll(nowNanos)) {
            open(next.get(), nowNanos);
        }
    }

    /** Puts what is due on connections that are free. */
    private void dispatch() {
        while (!idle.isEmpty()) {
            long nowNanos = System.nanoTime();
            Optional<Attempt> due = next(nowNanos);
            if (due.isEmpty()) {
                return;
            }
            Connection connection = idle.remove();
            if (connection.isOpen()) {
                send(connection, due.get(), nowNanos);
            } else {
                retries.add(due.get(), nowNanos);
            }
        }
    }

    private Optional<Attempt> next(long nowNanos) {
        Optional<Attempt> again = retries.poll(nowNanos);
        if (again.isPresent() || !pace.isDue(nowNanos, underWay) || !requests.hasNext()) {
            return again;
        }
        underWay++;
        tally.asked();
        return Optional.of(new Attempt(requests.next(), pace.begin(nowNanos)));
    }

    private void send(Connection connection, Attempt attempt, long nowNanos) {
        try {
            connection.send(attempt);
        } catch (IOException e) {
            lose(connection, nowNanos);
        }
    }

    private long nanosUntilDue(long nowNanos) {
        boolean isBusy = idle.isEmpty() || underWay >= pace.underWayMax() || noneBegins(nowNanos);
        long begin = isBusy ? Long.MAX_VALUE : pace.nanosUntilDue(nowNanos);
        long again = idle.isEmpty() ? Long.MAX_VALUE : retries.nanosUntilDue(nowNanos);
        return Math.min(Math.min(begin, again), Math.min(lost.nanosUntilDue(nowNanos), LOOK_NANOS));
    }

    private void await(long nanos) throws IOException {
        if (nanos >= SELECTOR_WAIT_NANOS_MIN) {
            selector.select(this::ready, nanos / MILLI - 1);
        } else if (selector.selectNow(this::ready) == 0 && nanos > 0) {
            LockSupport.parkNanos(Math.min(nanos, NAP_NANOS));
        }
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isConnectable()) {
                connection.finishOpening();
                idle.add(connection);
            } else if (key.isReadable()) {
                connection.read().ifPresent(answer -> answered(connection, answer));
            } else if (key.isWritable()) {
                connection.write();
            }
        } catch (IOException e) {
            lose(connection, System.nanoTime());
        }
    }

    private void answered(Connection connection, Answer answer) {
        long nowNanos = System.nanoTime();
        idle.add(connection);
        connection.takeAttempt().ifPresent(attempt -> judge(attempt, answer, nowNanos));
    }

    private void judge(Attempt attempt, Answer answer, long nowNanos) {
        Request.Kind kind = attempt.request().kind();
        if (!answer.isSuccess(kind) || answer.isCertificateLate(kind)) {
            tally.error(answer.isCertificateLate(kind) ? "NOT_CERTIFIED_IN_TIME" : answer.problem());
        }
        if (answer.isSuccess(kind)) {
            underWay--;
            tally.succeeded(attempt, nowNanos, !isWindowOver && nowNanos - pace.endNanos() < 0);
        } else if (answer.isWorthRetrying()) {
            retries.add(attempt, nowNanos);
        } else {
            underWay--;
            tally.refused();
        }
    }

    /** A validator may close what is idle; only what was on its way counts as an error. */
    private void lose(Connection connection, long nowNanos) {
        idle.remove(connection);
        connection.lose();
        connection.takeAttempt().ifPresent(attempt -> {
            tally.error("CONNECTION_LOST");
            retries.add(attempt, nowNanos);
        });
        lost.add(connection, nowNanos);
    }
}
