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

    private final RandomGenerator chance;
    private final Set<Link> cut = new HashSet<>();
    private final Map<Link, Long> lastArrivalMicros = new HashMap<>();
    private NetworkSettings settings;

    public SimulatedNetwork(NetworkSettings settings, RandomGenerator chance) {
        this.settings = settings;
        this.chance = chance;
    }

    public void change(NetworkSettings changed) {
        settings = changed;
    }

    public void cut(MemberId from, MemberId to) {
        cut.add(new Link(from, to));
    }

    public void healAll() {
        cut.clear();
    }

    public boolean isCut(MemberId from, MemberId to) {
        return cut.contains(new Link(from, to));
    }

    /** Arrival times of a message sent now: none when it is lost, two when it is duplicated. */
    public List<Long> arrivalsMicros(long nowMicros, MemberId from, MemberId to) {
        Link link = new Link(from, to);
        List<Long> arrivals = new ArrayList<>(2);
        if (cut.contains(link) || chance.nextInt(1000) < settings.lossPermille()) {
            return arrivals;
        }
        arrivals.add(arrivalMicros(nowMicros, link));
        if (chance.nextInt(1000) < settings.duplicatePermille()) {
            arrivals.add(arrivalMicros(nowMicros, link));
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
