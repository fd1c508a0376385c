package org.khazana.simulation.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.simulation.cluster.Names;
import org.khazana.simulation.cluster.Wording;

/** A digest of everything that happened, to compare runs, and the last events in full, to understand a failure. */
final class Trace {
    private static final int KEPT_EVENTS_MAX = 120;

    private record Line(long atMicros, TraceEvent event) {}

    private final Deque<Line> last = new ArrayDeque<>();
    private long digest;
    private long steps;

    void tell(long atMicros, TraceEvent event) {
        if (last.size() == KEPT_EVENTS_MAX) {
            last.remove();
        }
        last.add(new Line(atMicros, event));
    }

    /** Takes one step into the digest, by numbers that are the same on every machine. */
    void digest(long atMicros, long... numbers) {
        steps++;
        mix(atMicros);
        for (long number : numbers) {
            mix(number);
        }
    }

    private void mix(long number) {
        long mixed = (digest ^ number) * 0x9E3779B97F4A7C15L;
        digest = mixed ^ (mixed >>> 29);
    }

    long digest() {
        return digest;
    }

    long steps() {
        return steps;
    }

    /** The last events as a Mermaid sequence diagram. */
    String diagram() {
        StringBuilder text = new StringBuilder("sequenceDiagram\n");
        Set<MemberId> members = new TreeSet<>();
        last.forEach(line -> addMembers(members, line.event()));
        members.forEach(member -> text.append("  participant ").append(member).append('\n'));
        for (Line line : last) {
            text.append("  ").append(worded(line, members)).append('\n');
        }
        return text.toString();
    }

    private static void addMembers(Set<MemberId> members, TraceEvent event) {
        switch (event) {
            case TraceEvent.Arrived arrived -> {
                members.add(arrived.from());
                members.add(arrived.to());
            }
            case TraceEvent.Dropped dropped -> {
                members.add(dropped.from());
                members.add(dropped.to());
            }
            case TraceEvent.Happened happened -> members.add(happened.member());
            case TraceEvent.Changed changed -> {}
        }
    }

    private static String worded(Line line, Set<MemberId> members) {
        return Names.shortened(inFull(line, members));
    }

    private static String inFull(Line line, Set<MemberId> members) {
        String time = line.atMicros() / 1000 + " ms: ";
        return switch (line.event()) {
            case TraceEvent.Arrived arrived ->
                arrived.from() + "->>" + arrived.to() + ": " + time + Wording.of(arrived.message());
            case TraceEvent.Dropped dropped ->
                dropped.from() + "-x" + dropped.to() + ": " + time + Wording.of(dropped.message());
            case TraceEvent.Happened happened ->
                "Note over " + happened.member() + ": " + time + worded(happened.what());
            case TraceEvent.Changed changed -> "Note over " + first(members) + ": " + time + changed.what();
        };
    }

    private static String worded(Object what) {
        return switch (what) {
            case RaftEvent event -> Wording.of(event);
            case DurableWrite write -> "writes " + Wording.of(write);
            default -> what.toString();
        };
    }

    private static String first(Set<MemberId> members) {
        return members.isEmpty() ? "world" : members.iterator().next().toString();
    }
}
