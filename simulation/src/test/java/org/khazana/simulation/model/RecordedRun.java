package org.khazana.simulation.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.consensus.membership.Configuration;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.membership.QuorumClause;
import org.khazana.consensus.membership.QuorumPolicy;
import org.khazana.simulation.cluster.CoreFactory;
import org.khazana.simulation.property.PropertyViolation;
import org.khazana.simulation.world.ShortRun;

/**
 * A short run of the simulator and what was recorded of it.
 *
 * @param violation what the simulator's own properties said; empty when they held
 */
record RecordedRun(long seed, String founding, SortedSet<String> policies, List<TraceLine> lines, String violation) {
    /** How clusters begin; each seed has one of them, in turn. */
    static final int SHAPES = 6;

    /** That of four members with two clauses. */
    static final int SHAPE_WITH_GROUP = 4;

    /** That of three members, of which any two decide. */
    static final int SHAPE_OF_THREE = 5;

    private static final TraceRecorder.Bounds BOUNDS = new TraceRecorder.Bounds(200, 12, 12);

    RecordedRun {
        lines = List.copyOf(lines);
    }

    static RecordedRun play(long seed) {
        QuorumPolicy policy = policy(Math.floorMod(seed, SHAPES));
        Configuration founding = Configuration.of(policy);
        TraceRecorder recorder = new TraceRecorder(CoreFactory.real(), founding, BOUNDS);
        String violation = "";
        try {
            ShortRun.play(seed, policy, recorder);
        } catch (PropertyViolation violated) {
            violation = violated.toString();
        }
        return new RecordedRun(seed, TraceWords.of(founding), recorder.policies(), recorder.lines(), violation);
    }

    RecordedRun with(List<TraceLine> other) {
        return new RecordedRun(seed, founding, policies, other, violation);
    }

    private static QuorumPolicy policy(int shape) {
        return switch (shape) {
            case 0 -> majorityOf(1);
            case 1 -> majorityOf(2);
            case 2 -> majorityOf(4);
            case 3 -> withGroup(3, 1, 1);
            case 4 -> withGroup(4, 2, 1);
            default -> majorityOf(3);
        };
    }

    private static QuorumPolicy majorityOf(int size) {
        return new QuorumPolicy(List.of(QuorumClause.majorityOf("all", members(size))));
    }

    private static QuorumPolicy withGroup(int size, int groupSize, int required) {
        return new QuorumPolicy(List.of(
                QuorumClause.majorityOf("all", members(size)),
                new QuorumClause("GOVERNMENT", members(groupSize), required)));
    }

    private static SortedSet<MemberId> members(int size) {
        SortedSet<MemberId> members = new TreeSet<>();
        for (int number = 1; number <= size; number++) {
            members.add(new MemberId("m" + number, 1));
        }
        return Collections.unmodifiableSortedSet(members);
    }
}
