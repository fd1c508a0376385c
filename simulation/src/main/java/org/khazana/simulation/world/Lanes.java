package org.khazana.simulation.world;

import java.util.SortedMap;
import java.util.TreeMap;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.RaftEvent;

/** Which sign the lane of each member carries in a {@link SequenceChart}: it follows from what happened so far. */
final class Lanes {
    static final char DOWN = ' ';
    static final char UP = '|';
    static final char LEADS = '#';

    private final SortedMap<MemberId, Character> signs = new TreeMap<>();

    Lanes copy() {
        Lanes copy = new Lanes();
        copy.signs.putAll(signs);
        return copy;
    }

    void take(TraceEvent event) {
        switch (event) {
            case TraceEvent.Started started -> signs.put(started.member(), UP);
            case TraceEvent.Crashed crashed -> signs.put(crashed.member(), DOWN);
            case TraceEvent.Happened happened -> {
                if (happened.what() instanceof RaftEvent.BecameLeader) {
                    signs.put(happened.member(), LEADS);
                } else if (happened.what() instanceof RaftEvent.SteppedDown) {
                    signs.put(happened.member(), UP);
                }
            }
            case TraceEvent.Arrived arrived -> {}
            case TraceEvent.Dropped dropped -> {}
            case TraceEvent.Committed committed -> {}
            case TraceEvent.Changed changed -> {}
        }
    }

    /** In order of the members' ids. */
    SortedMap<MemberId, Character> signs() {
        return signs;
    }
}
