package org.khazana.node.bench.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.khazana.node.bench.drive.Attempt;
import org.khazana.node.bench.drive.Drive;
import org.khazana.node.bench.drive.Minute;
import org.khazana.node.bench.drive.Outcome;
import org.khazana.node.bench.drive.Pace;
import org.khazana.node.bench.drive.Request;

/** All clients of a benchmark: as many connections as requests may be under way, driven by the thread that calls. */
public final class Clients {
    private static final long MILLI = 1_000_000;
    /** How long nothing is looked at, at most, and how often whether to stop. */
    private static final long LOOK_NANOS = 100 * MILLI;

    private final Targets targets;
    private final BooleanSupplier isStopped;

    /**
     * Nothing happens yet.
     *
     * @param isStopped is asked ten times a second; when it says so, a run ends
     */
    public Clients(Targets targets, BooleanSupplier isStopped) {
        this.targets = targets;
        this.isStopped = isStopped;
    }

    /**
     * Returns when the pace is over or requests have run out, and all answers have come, or 15 seconds after that.
     *
     * @param pace made when it starts, by {@link System#nanoTime}
     */
    public Outcome run(LongFunction<Pace> pace, Iterator<Request> requests, Midway midway) {
        return run(pace, requests, midway, minute -> {});
    }

    /**
     * The same.
     *
     * @param eachMinute told of each minute when it is over, by the thread that sends, so it must not take long
     */
    public Outcome run(
            LongFunction<Pace> pace, Iterator<Request> requests, Midway midway, Consumer<Minute> eachMinute) {
        ManualIoEventLoop loop = new ManualIoEventLoop(
                Thread.currentThread(), Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        try {
            return new Run(loop, pace, requests, midway, eachMinute).outcome();
        } finally {
            loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).addListener(stopped -> {});
            while (!loop.isTerminated()) {
                loop.runNow(); // closes the connections that are left
            }
        }
    }

    /** One run, on an event loop of its own. */
    private final class Run {
        private final ManualIoEventLoop loop;
        private final long startNanos = System.nanoTime();
        private final Drive drive;
        private final Queue<Connection> idle = new ArrayDeque<>();
        private final Midway midway;
        private final Consumer<Minute> eachMinute;
        private long lookedNanos = startNanos;
        private boolean isMidwayOver;

        Run(
                ManualIoEventLoop loop,
                LongFunction<Pace> paceFrom,
                Iterator<Request> requests,
                Midway midway,
                Consumer<Minute> eachMinute) {
            this.loop = loop;
            this.eachMinute = eachMinute;
            this.midway = midway;
            Pace pace = paceFrom.apply(startNanos);
            drive = new Drive(pace, requests, startNanos);
            if (!midway.equals(Midway.NOTHING)) {
                drive.keepTimeline();
            }
            Bootstrap bootstrap = new Bootstrap()
                    .group(loop)
                    .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true);
            for (int i = 0; i < pace.underWayMax(); i++) {
                new Connection(bootstrap, targets, i, drive, idle).open();
            }
        }

        Outcome outcome() {
            long nowNanos = startNanos;
            while (!drive.isOver(nowNanos) && !isStopped(nowNanos)) {
                happen(nowNanos);
                tellMinutes(nowNanos);
                dispatch();
                long dueNanos = idle.isEmpty() ? LOOK_NANOS : drive.nanosUntilDue(System.nanoTime());
                loop.run(Math.min(dueNanos, LOOK_NANOS));
                nowNanos = System.nanoTime();
            }
            tellMinutes(nowNanos);
            return drive.outcome(nowNanos);
        }

        private void tellMinutes(long nowNanos) {
            for (Optional<Minute> over = drive.nextMinute(nowNanos);
                    over.isPresent();
                    over = drive.nextMinute(nowNanos)) {
                eachMinute.accept(over.get());
            }
        }

        private boolean isStopped(long nowNanos) {
            if (nowNanos - lookedNanos < LOOK_NANOS) {
                return false;
            }
            lookedNanos = nowNanos;
            return isStopped.getAsBoolean();
        }

        private void happen(long nowNanos) {
            if (!isMidwayOver && nowNanos - startNanos >= midway.afterNanos()) {
                isMidwayOver = true;
                midway.action().run();
                drive.watchGap(nowNanos);
            }
        }

        /** Puts what is due on connections that are free. */
        private void dispatch() {
            while (!idle.isEmpty()) {
                Optional<Attempt> due = drive.next(System.nanoTime());
                if (due.isEmpty()) {
                    return;
                }
                idle.remove().send(due.get());
            }
        }
    }
}
