package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.Input;
import org.khazana.simulation.network.SimulatedNetwork;

/** What can befall one machine: its power, its attention, its clocks, its disk. */
final class ProcessFaults {
    private static final long PAUSE_MICROS_MEAN = 700_000;
    private static final long STALL_MICROS_MEAN = 2_000_000;
    private static final long FULL_MICROS_MEAN = 1_000_000;
    private static final long ROLLING_MICROS_MEAN = 300_000;
    private static final long LEAP_MILLIS_MAX = 3_000;
    private static final int RATE_PERMILLE_MIN = 700;
    private static final int RATE_PERMILLE_MAX = 1_400;
    private static final int MESSAGES_BEFORE_CRASH_MAX = 4;
    private static final int EVERYBODY_ARMED_IN = 3;
    private static final int LOOP_CRASHES_MAX = 5;

    private final World world;
    private final SplittableRandom chance;

    ProcessFaults(World world, SplittableRandom chance) {
        this.world = world;
        this.chance = chance;
    }

    /** {@code goesOn} says later whether faults that take time still may do something new. */
    void strike(FaultKind kind, BooleanSupplier goesOn) {
        Host host = world.drawVictim(chance);
        long now = world.schedule().nowMicros();
        switch (kind) {
            case CRASH -> crash(host);
            case CRASH_AT_BOUNDARY -> armCrash(host);
            case CRASH_ALL -> world.hosts().values().forEach(this::crash);
            case CRASH_LOOP -> {
                host.loopThrough(chance.nextInt(1, LOOP_CRASHES_MAX + 1));
                crash(host);
            }
            case ROLLING_RESTART -> restartInTurn(new ArrayList<>(world.hosts().values()), goesOn);
            case PAUSE -> pause(host);
            case HANDOVER -> handOver(host);
            case CLOCK_JUMP -> {
                long leap = chance.nextLong(LEAP_MILLIS_MAX);
                host.clock().leap(now, leap, chance.nextLong(-LEAP_MILLIS_MAX, LEAP_MILLIS_MAX));
                tell(host, "clock leaps by " + leap + " ms");
            }
            case CLOCK_RATE -> host.clock().changeRate(now, chance.nextInt(RATE_PERMILLE_MIN, RATE_PERMILLE_MAX));
            case DISK_STALL -> {
                host.disk().stall(now + exponential(STALL_MICROS_MEAN));
                tell(host, "disk stalls");
            }
            case DISK_ERROR -> host.disk().failNext();
            case DISK_FULL -> {
                host.disk().fill(now + exponential(FULL_MICROS_MEAN));
                tell(host, "disk is full");
            }
            case LOSS -> loseEntries(host);
            case WIPE -> wipe(host);
            case PARTITION, CLOG, SWIZZLE -> throw new IllegalArgumentException(kind + " befalls no single machine");
        }
    }

    private void crash(Host host) {
        if (host.member().isRunning()) {
            world.crash(host);
        }
    }

    private void loseEntries(Host host) {
        if (isAllowedToLose(host)) {
            crash(host);
            host.member().loseSynced(chance).ifPresent(what -> tell(host, "loses " + what));
        }
    }

    private void wipe(Host host) {
        if (isAllowedToLose(host)) {
            tell(host, "loses its disks");
            world.replace(host);
        }
    }

    private boolean isAllowedToLose(Host host) {
        boolean isSpared = world.atlas().canSpare(host.member().id());
        if (!isSpared && world.swarm().faults().isBeyondAtlas()) {
            world.atlas().exceed();
            return true;
        }
        return isSpared;
    }

    /** One member dies at a boundary, or whoever next stands for election or votes. */
    private void armCrash(Host host) {
        ArmedCrash.Boundary[] boundaries = ArmedCrash.Boundary.values();
        int messages = chance.nextInt(MESSAGES_BEFORE_CRASH_MAX + 1);
        if (chance.nextInt(EVERYBODY_ARMED_IN) == 0) {
            ArmedCrash crash = new ArmedCrash(ArmedCrash.Boundary.AT_VOTE, messages);
            world.hosts().values().stream()
                    .filter(each -> each.member().isRunning())
                    .forEach(each -> each.armCrash(crash));
        } else if (host.member().isRunning()) {
            host.armCrash(new ArmedCrash(boundaries[chance.nextInt(boundaries.length)], messages));
        }
    }

    private void restartInTurn(List<Host> waiting, BooleanSupplier goesOn) {
        if (!waiting.isEmpty() && goesOn.getAsBoolean()) {
            crash(waiting.removeFirst());
            world.schedule().in(exponential(ROLLING_MICROS_MEAN), () -> restartInTurn(waiting, goesOn));
        }
    }

    /** Reaches the leader about as often as not; to the others it means nothing. */
    private void handOver(Host host) {
        if (host.member().isRunning()) {
            List<MemberId> members = new ArrayList<>(world.hosts().keySet());
            Optional<MemberId> wanted =
                    chance.nextBoolean() ? Optional.empty() : Optional.of(members.get(chance.nextInt(members.size())));
            world.give(host, new Input.HandOver(wanted));
        }
    }

    private void pause(Host host) {
        if (host.member().isRunning() && !host.isPaused()) {
            int pause = host.pause();
            int incarnation = host.incarnation();
            tell(host, "pauses");
            world.schedule().in(exponential(PAUSE_MICROS_MEAN), () -> {
                if (host.incarnation() == incarnation && host.isInPause(pause)) {
                    world.resume(host);
                }
            });
        }
    }

    private long exponential(long mean) {
        return SimulatedNetwork.exponential(mean, chance);
    }

    private void tell(Host host, String what) {
        world.trace()
                .tell(
                        world.schedule().nowMicros(),
                        new TraceEvent.Happened(host.member().id(), what));
    }
}
