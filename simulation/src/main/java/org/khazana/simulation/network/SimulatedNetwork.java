package org.khazana.simulation.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.khazana.consensus.membership.MemberId;

/** Decides when a message arrives, if at all, and how often. Links are one-way, so a partition may be too. */
public final class SimulatedNetwork {
    /** The way from one member to another. */
    public record Link(MemberId from, MemberId to) {}

    /** What a clogged link holds before it loses the rest. */
    public static final int CLOGGED_MESSAGES_MAX = 300;

    /** Holds what is sent until {@code untilMicros}. */
    private static final class Clog {
        private final long untilMicros;
        private int held;

        private Clog(long untilMicros) {
            this.untilMicros = untilMicros;
        }
    }

    private final RandomGenerator chance;
    private final Set<Link> cut;
    private final Map<Link, Long> lastArrivalMicros = new HashMap<>();
    private final Map<Link, Clog> clogs;
    private NetworkSettings settings;

    public SimulatedNetwork(NetworkSettings settings, RandomGenerator chance) {
        this(settings, new HashSet<>(), new HashMap<>(), chance);
    }

    private SimulatedNetwork(NetworkSettings settings, Set<Link> cut, Map<Link, Clog> clogs, RandomGenerator chance) {
        this.settings = settings;
        this.cut = cut;
        this.clogs = clogs;
        this.chance = chance;
    }

    /** Other messages on the same links: what is cut or clogged is so for both, but neither changes when the others arrive. */
    public SimulatedNetwork beside(RandomGenerator itsOwn) {
        return new SimulatedNetwork(settings, cut, clogs, itsOwn);
    }

    public void change(NetworkSettings changed) {
        settings = changed;
    }

    public void cut(MemberId from, MemberId to) {
        cut.add(new Link(from, to));
    }

    /** From now until {@code untilMicros} the link holds what is sent, and then lets it go at once. */
    public void clog(MemberId from, MemberId to, long untilMicros) {
        clogs.put(new Link(from, to), new Clog(untilMicros));
    }

    public void healAll() {
        cut.clear();
        clogs.clear();
    }

    /** Mends all links of one member. */
    public void heal(MemberId member) {
        cut.removeIf(link -> link.from().equals(member) || link.to().equals(member));
    }

    public boolean isCut(MemberId from, MemberId to) {
        return cut.contains(new Link(from, to));
    }

    /** Arrival times of a message sent now: none when it is lost, several when it is duplicated or comes again later. */
    public List<Long> arrivalsMicros(long nowMicros, MemberId from, MemberId to) {
        Link link = new Link(from, to);
        List<Long> arrivals = new ArrayList<>(2);
        if (cut.contains(link) || chance.nextInt(1000) < settings.lossPermille()) {
            return arrivals;
        }
        Clog clog = clogs.get(link);
        if (clog != null && nowMicros < clog.untilMicros) {
            if (clog.held++ < CLOGGED_MESSAGES_MAX) {
                arrivals.add(clog.untilMicros);
            }
            return arrivals;
        }
        arrivals.add(arrivalMicros(nowMicros, link));
        if (chance.nextInt(1000) < settings.duplicatePermille()) {
            arrivals.add(arrivalMicros(nowMicros, link));
        }
        if (chance.nextInt(1000) < settings.replayPermille()) {
            arrivals.add(arrivals.getFirst() + exponential(settings.replayMicrosMean(), chance));
        }
        return arrivals;
    }

    private long arrivalMicros(long nowMicros, Link link) {
        long arrival = nowMicros + settings.delayMicrosMin() + exponential(settings.delayMicrosMean(), chance);
        if (!settings.reorders()) {
            arrival = Math.max(arrival, lastArrivalMicros.getOrDefault(link, 0L));
            lastArrivalMicros.put(link, arrival);
        }
        return arrival;
    }

    /** A draw from the exponential distribution; StrictMath, so that every machine draws the same. */
    public static long exponential(long mean, RandomGenerator chance) {
        return (long) (-StrictMath.log(1.0 - chance.nextDouble()) * mean);
    }
}
