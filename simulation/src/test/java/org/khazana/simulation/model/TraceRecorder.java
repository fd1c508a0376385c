package org.khazana.simulation.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.Effects;
import org.khazana.consensus.raft.Input;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.consensus.raft.ReplicaStatus;
import org.khazana.consensus.raft.ReplicaStatus.RoleName;
import org.khazana.simulation.cluster.Core;
import org.khazana.simulation.cluster.CoreFactory;

/**
 * Starts cores and writes down what they come to believe, step by step. It looks at what they want written rather than at
 * the disks: memory runs ahead of those. Ends by itself when the run has become too long for the model.
 */
final class TraceRecorder implements CoreFactory {
    private static final long READ_BYTES_MAX = 1 << 20;

    /** Where a recording ends at the latest. */
    record Bounds(int lines, long term, int logLength) {
        boolean hold(TraceLine line) {
            return line.term() <= term && line.log().size() <= logLength;
        }
    }

    private final CoreFactory cores;
    private final Configuration founding;
    private final Bounds bounds;
    private final List<TraceLine> lines = new ArrayList<>();
    private final Map<String, Recorded> processes = new TreeMap<>();
    private final SortedSet<String> policies = new TreeSet<>();
    private int restarts;
    private boolean full;

    TraceRecorder(CoreFactory cores, Configuration founding, Bounds bounds) {
        this.cores = cores;
        this.founding = founding;
        this.bounds = bounds;
    }

    /** What was recorded so far. */
    List<TraceLine> lines() {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    /** Whatever policy was ever to decide, as the model writes them. */
    SortedSet<String> policies() {
        return Collections.unmodifiableSortedSet(policies);
    }

    @Override
    public Core start(Origin origin) {
        Recorded process = new Recorded(origin, cores.start(origin));
        Recorded before = processes.put(process.who, process);
        if (before != null && !full) {
            before.died(process.line(new TreeSet<>(), false));
            restarts++;
            process.tell(process.line(new TreeSet<>(), false));
        }
        return process;
    }

    /**
     * A write under way. The model knows of one at a time, so it must end in the model before the next begins, if it ends at
     * all; otherwise when the core hears of it.
     *
     * @param line with which it came
     * @param end the line kept free for its end; none while nothing was written after it
     */
    private record Pending(int line, OptionalInt end) {}

    /** One process of one member. */
    private final class Recorded implements Core {
        private final Core core;
        private final String who;
        private final List<LogEntry> log;
        /** By ticket. */
        private final TreeMap<Long, Pending> pending = new TreeMap<>();

        private HardState hardState;
        private ReplicaStatus status;

        private Recorded(Origin origin, Core core) {
            this.core = core;
            this.who = TraceWords.of(origin.self());
            this.hardState = origin.recovered().hardState();
            this.status = core.status(0);
            long last = origin.recovered().log().last().index();
            this.log = last == 0
                    ? new ArrayList<>()
                    : new ArrayList<>(origin.recovered().log().read(1, last, READ_BYTES_MAX));
        }

        /** Of the writes that were under way, what was {@code found} tells which are durable. */
        private void died(TraceLine found) {
            List<Integer> under = pending.values().stream().map(Pending::line).toList();
            int durable = under.size();
            while (durable > 0 && !mayHaveBeen(under.subList(durable - 1, under.size()), found)) {
                durable--;
            }
            for (Pending write : List.copyOf(pending.values()).subList(0, durable)) {
                ended(write);
            }
            for (int at : under.subList(durable, under.size())) {
                lines.set(at, lines.get(at).with(TraceLine.Write.UNKNOWN));
            }
        }

        private void ended(Pending write) {
            if (write.end().isPresent()) {
                int at = write.end().getAsInt();
                lines.set(at, lines.get(at).with(TraceLine.Write.SYNCED));
            } else {
                tell(line(new TreeSet<>(), false).with(TraceLine.Write.SYNCED));
            }
        }

        /** Keeps a line free for the end of the newest write, before what follows makes the model forget what it was. */
        private void closeNewest() {
            if (!pending.isEmpty() && pending.lastEntry().getValue().end().isEmpty()) {
                Pending newest = pending.lastEntry().getValue();
                pending.put(pending.lastKey(), new Pending(newest.line(), OptionalInt.of(lines.size())));
                tell(line(new TreeSet<>(), false).with(TraceLine.Write.KEPT_FREE));
            }
        }

        /** Whether the first of these writes can be durable: of the log then only the next can have left anything, votes all. */
        private boolean mayHaveBeen(List<Integer> writes, TraceLine found) {
            TraceLine first = lines.get(writes.getFirst());
            boolean fitsVote = writes.stream().map(lines::get).anyMatch(found::votesLike);
            boolean fitsLog = found.log().equals(first.log())
                    || (writes.size() > 1
                            && found.isBetween(
                                    first.log(), lines.get(writes.get(1)).log()));
            return fitsVote && fitsLog;
        }

        @Override
        public Effects step(long nowMillis, Input input) {
            Effects effects = core.step(nowMillis, input);
            if (!full) {
                if (input instanceof Input.Written written) {
                    SortedMap<Long, Pending> ended = pending.headMap(written.ticket(), true);
                    ended.values().forEach(this::ended);
                    ended.clear();
                }
                observe(effects, core.status(nowMillis));
            }
            return effects;
        }

        private void observe(Effects effects, ReplicaStatus after) {
            boolean changesRole = !roleOf(status).equals(roleOf(after));
            if (effects.write().isPresent() || changesRole) {
                closeNewest();
            }
            effects.write().ifPresent(this::take);
            SortedSet<String> noted = new TreeSet<>();
            for (RaftEvent event : effects.events()) {
                if (event instanceof RaftEvent.FollowerRecovers loss) {
                    noted.add(TraceWords.of(loss.follower()));
                }
            }
            boolean hasAdvanced = after.commitIndex() > status.commitIndex();
            boolean hasLed = status.role() == RoleName.LEADER && status.term().equals(after.term());
            boolean isNews = effects.write().isPresent() || hasAdvanced || changesRole || !noted.isEmpty();
            status = after;
            if (isNews) {
                effects.write()
                        .ifPresent(
                                write -> pending.put(write.ticket(), new Pending(lines.size(), OptionalInt.empty())));
                tell(line(noted, hasAdvanced && hasLed));
            }
        }

        private void take(DurableWrite write) {
            if (write.restart().isPresent() || write.compactThrough().isPresent()) {
                throw new IllegalStateException("the model knows of no snapshots");
            }
            hardState = write.hardState().orElse(hardState);
            write.truncateFrom()
                    .ifPresent(from ->
                            log.subList(Math.toIntExact(from) - 1, log.size()).clear());
            log.addAll(write.entries());
        }

        private TraceLine line(SortedSet<String> noted, boolean isCounted) {
            return new TraceLine(
                    who,
                    restarts,
                    hardState.term().number(),
                    hardState.votedFor().map(TraceWords::of).orElse("none"),
                    roleOf(status),
                    hardState.isRecovering(),
                    entries(),
                    status.commitIndex(),
                    isCounted,
                    noted,
                    TraceLine.Write.NONE);
        }

        private void tell(TraceLine line) {
            full = full || lines.size() >= bounds.lines() || !bounds.hold(line);
            if (!full) {
                lines.add(line);
            }
        }

        private List<String> entries() {
            List<String> words = new ArrayList<>();
            Configuration before = founding;
            for (LogEntry entry : log) {
                words.add(TraceWords.of(entry, before));
                before = entry.configuration().orElse(before);
                policies.add(TraceWords.of(before.voters()));
            }
            return words;
        }

        @Override
        public ReplicaStatus status(long nowMillis) {
            return core.status(nowMillis);
        }
    }

    private static String roleOf(ReplicaStatus status) {
        return switch (status.role()) {
            case FOLLOWER, PRE_CANDIDATE -> "follower";
            case CANDIDATE -> "candidate";
            case LEADER -> "leader";
        };
    }
}
