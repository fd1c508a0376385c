package org.khazana.simulation.model;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What one member believed after something had changed for it.
 *
 * @param restarts how often anybody has restarted so far in the run, this line included
 * @param vote "none" without one
 * @param role pre-candidates are followers here
 * @param log entries as the model writes them
 * @param isCounted whether it moved its commit index itself, as the leader of this term
 * @param noted members of whose loss it learnt as a leader
 */
record TraceLine(
        String who,
        int restarts,
        long term,
        String vote,
        String role,
        boolean isRecovering,
        List<String> log,
        long commit,
        boolean isCounted,
        SortedSet<String> noted,
        Write write) {

    /** What is known of the disk. */
    enum Write {
        /** Nothing: the write that the line came with, if any, ends in another line or never. */
        NONE("none"),
        /** All that this member has written so far is durable now. */
        SYNCED("synced"),
        /** Some of the write that the line came with, or all or nothing, was durable when the process died. */
        UNKNOWN("lost or not"),
        /** No line, but a place for one. */
        KEPT_FREE("");

        private final String word;

        Write(String word) {
            this.word = word;
        }
    }

    boolean isEmpty() {
        return write == Write.KEPT_FREE;
    }

    TraceLine with(Write known) {
        return new TraceLine(who, restarts, term, vote, role, isRecovering, log, commit, isCounted, noted, known);
    }

    TraceLine withVote(String other) {
        return new TraceLine(who, restarts, term, other, role, isRecovering, log, commit, isCounted, noted, write);
    }

    TraceLine withRole(String other) {
        return new TraceLine(who, restarts, term, vote, other, isRecovering, log, commit, isCounted, noted, write);
    }

    TraceLine withRecovering(boolean recovering) {
        return new TraceLine(who, restarts, term, vote, role, recovering, log, commit, isCounted, noted, write);
    }

    TraceLine withLog(List<String> other) {
        return new TraceLine(who, restarts, term, vote, role, isRecovering, other, commit, isCounted, noted, write);
    }

    TraceLine withCommit(long index, boolean counted) {
        return new TraceLine(who, restarts, term, vote, role, isRecovering, log, index, counted, noted, write);
    }

    boolean votesLike(TraceLine other) {
        return term == other.term && vote.equals(other.vote) && isRecovering == other.isRecovering;
    }

    /** Whether the log is what a part of a write leaves that was to lead from one log to another: a cut, and some entries. */
    boolean isBetween(List<String> one, List<String> other) {
        int common = 0;
        while (common < Math.min(one.size(), other.size()) && one.get(common).equals(other.get(common))) {
            common++;
        }
        return log.size() >= common && log.size() <= other.size() && log.equals(other.subList(0, log.size()));
    }

    /** As a record of TLA+. */
    String toTla() {
        return "[who |-> %s, restarts |-> %d, term |-> %d, vote |-> %s, role |-> %s, isRecovering |-> %s, log |-> <<%s>>, "
                        .formatted(
                                quoted(who),
                                restarts,
                                term,
                                quoted(vote),
                                quoted(role),
                                isRecovering ? "TRUE" : "FALSE",
                                String.join(", ", log))
                + "commit |-> %d, isCounted |-> %s, noted |-> {%s}, write |-> %s]"
                        .formatted(
                                commit,
                                isCounted ? "TRUE" : "FALSE",
                                noted.stream().map(TraceLine::quoted).collect(Collectors.joining(", ")),
                                quoted(write.word));
    }

    private static String quoted(String word) {
        return '"' + word + '"';
    }
}
