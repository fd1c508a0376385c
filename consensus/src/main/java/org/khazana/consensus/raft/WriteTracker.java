package org.khazana.consensus.raft;

import java.util.ArrayDeque;
import org.khazana.consensus.Invariant;

/**
 * Knows up to where the log is durable. Tickets, not indices, say what a finished write vouches for: when an index was
 * cut and written again, the end of the first write says nothing about the second.
 */
final class WriteTracker {

    /** A write under way; {@code lastIndex} is the highest index that it alone makes durable for good. */
    private record Pending(long ticket, long lastIndex) {}

    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private long issuedTicket;
    private long writtenTicket;
    private long durableIndex;

    WriteTracker(long durableIndex) {
        this.durableIndex = durableIndex;
    }

    long nextTicket() {
        return issuedTicket + 1;
    }

    /** A write was issued after which the log ends at {@code lastIndex}. */
    long issue(long lastIndex) {
        issuedTicket++;
        pending.addLast(new Pending(issuedTicket, lastIndex));
        return issuedTicket;
    }

    /** The log was cut: whatever was or will be durable from {@code fromIndex} on is no longer part of it. */
    void cut(long fromIndex) {
        durableIndex = Math.min(durableIndex, fromIndex - 1);
        int count = pending.size();
        for (int i = 0; i < count; i++) {
            Pending write = pending.removeFirst();
            pending.addLast(new Pending(write.ticket(), Math.min(write.lastIndex(), fromIndex - 1)));
        }
    }

    /** The log begins anew: nothing written before says anything about it. */
    void restart() {
        cut(1);
    }

    void written(long ticket) {
        Invariant.check(ticket <= issuedTicket, "write %s is finished, but only %s were issued", ticket, issuedTicket);
        writtenTicket = Math.max(writtenTicket, ticket);
        Pending first = pending.peekFirst();
        while (first != null && first.ticket() <= ticket) {
            durableIndex = Math.max(durableIndex, first.lastIndex());
            pending.removeFirst();
            first = pending.peekFirst();
        }
    }

    boolean isWritten(long ticket) {
        return ticket <= writtenTicket;
    }

    long durableIndex() {
        return durableIndex;
    }
}
