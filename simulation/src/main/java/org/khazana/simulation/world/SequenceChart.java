package org.khazana.simulation.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.khazana.consensus.membership.MemberId;
import org.khazana.consensus.raft.DurableWrite;
import org.khazana.consensus.raft.RaftEvent;
import org.khazana.simulation.cluster.Names;
import org.khazana.simulation.cluster.Wording;

/**
 * A run's story in columns of text, one for each member, time going down. A column is {@code |} while its member runs,
 * {@code #} while it leads, and empty while it is down. {@code --->} is a message that arrives, {@code --x>} one that was
 * lost when it was sent; {@code X} is a crash, {@code o} a start, {@code C} a commit, {@code *} anything else at a member.
 */
final class SequenceChart {
    private static final int TIME_COLUMNS = 14;
    private static final int LANE_COLUMNS = 7;
    private static final int ROWS_UNDER_NAMES = 40;

    private final Lanes lanes;
    private final List<MemberId> members;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    /** @param before what the lanes look like before the first event */
    SequenceChart(Lanes before) {
        this.lanes = before.copy();
        this.members = new ArrayList<>(lanes.signs().keySet());
    }

    /** Draws the next event. */
    void add(long atMicros, TraceEvent event) {
        lanes.take(event);
        members.addAll(lanes.signs().keySet().stream()
                .filter(member -> !members.contains(member))
                .toList());
        if (rows++ % ROWS_UNDER_NAMES == 0) {
            names();
        }
        char[] row = emptyRow();
        String words = Names.shortened(draw(row, event));
        text.append(String.format(Locale.ROOT, "%8d.%03d ", atMicros / 1000, atMicros % 1000))
                .append(row)
                .append(' ')
                .append(words)
                .append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void names() {
        text.append("ms").append(" ".repeat(TIME_COLUMNS - 3));
        for (MemberId member : members) {
            text.append(String.format(Locale.ROOT, "%-" + LANE_COLUMNS + "s", "  " + Names.of(member)));
        }
        text.append('\n');
    }

    private char[] emptyRow() {
        char[] row = new char[members.size() * LANE_COLUMNS];
        Arrays.fill(row, ' ');
        lanes.signs().forEach((member, sign) -> row[column(member)] = sign);
        return row;
    }

    private int column(MemberId member) {
        return members.indexOf(member) * LANE_COLUMNS + 2;
    }

    /** Draws what is to be seen of it; returns what is to be read. */
    private String draw(char[] row, TraceEvent event) {
        return switch (event) {
            case TraceEvent.Arrived arrived -> {
                arrow(row, arrived.from(), arrived.to());
                yield arrived.from() + " to " + arrived.to() + ": " + Wording.of(arrived.message());
            }
            case TraceEvent.Dropped dropped -> {
                int head = arrow(row, dropped.from(), dropped.to());
                row[head < column(dropped.from()) ? head + 1 : head - 1] = 'x';
                yield dropped.from() + " to " + dropped.to() + ", lost: " + Wording.of(dropped.message());
            }
            case TraceEvent.Started started ->
                mark(row, 'o', started.member(), "starts, its log ends with " + started.last());
            case TraceEvent.Crashed crashed ->
                mark(
                        row,
                        'X',
                        crashed.member(),
                        "crashes with " + crashed.unfinishedWrites() + " writes unfinished after " + crashed.durable());
            case TraceEvent.Committed committed ->
                mark(row, 'C', committed.member(), "commits through " + committed.through());
            case TraceEvent.Happened happened -> mark(row, '*', happened.member(), worded(happened.what()));
            case TraceEvent.Changed changed -> changed.what();
        };
    }

    private String mark(char[] row, char sign, MemberId member, String words) {
        if (members.contains(member)) {
            row[column(member)] = sign;
        }
        return member + " " + words;
    }

    /** Returns the column of the head. */
    private int arrow(char[] row, MemberId from, MemberId to) {
        int start = column(from);
        int end = column(to);
        int step = end > start ? 1 : -1;
        for (int column = start + step; column != end; column += step) {
            row[column] = '-';
        }
        row[end - step] = step > 0 ? '>' : '<';
        return end - step;
    }

    private static String worded(Object what) {
        return switch (what) {
            case RaftEvent event -> Wording.of(event);
            case DurableWrite write -> "writes " + Wording.of(write);
            default -> what.toString();
        };
    }
}
