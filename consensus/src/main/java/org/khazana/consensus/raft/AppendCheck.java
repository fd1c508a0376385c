package org.khazana.consensus.raft;

import java.util.List;
import java.util.OptionalLong;
import org.khazana.consensus.log.EntryId;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.LogEntry;
import org.khazana.consensus.log.Term;
import org.khazana.consensus.message.AppendRequest;

/** Holds an append against a follower's log (Raft §5.3, Figure 2) and says what it means for it; changes nothing. */
final class AppendCheck {

    /** What to do with an append. */
    sealed interface Verdict {

        /**
         * It fits.
         *
         * @param truncateFrom first entry of this log that provably conflicts; those before it stay, also when the
         *     message ends before them
         * @param newEntries what this log lacks
         */
        record Fits(OptionalLong truncateFrom, List<LogEntry> newEntries) implements Verdict {}

        /**
         * This log lacks the previous entry.
         *
         * @param hint where the logs may meet
         */
        record Lacks(EntryId hint) implements Verdict {}

        /** No correct leader sends this. */
        record Wrong(String why) implements Verdict {}
    }

    private final RaftLog log;
    private final long agreedIndex;
    private final int entryBytesMax;

    /** @param agreedIndex how far the log is known to hold what was agreed on */
    AppendCheck(RaftLog log, long agreedIndex, int entryBytesMax) {
        this.log = log;
        this.agreedIndex = agreedIndex;
        this.entryBytesMax = entryBytesMax;
    }

    Verdict verdict(AppendRequest request) {
        EntryId previous = request.previous();
        if (previous.index() < log.base().index()) {
            return compareAfterBase(request);
        }
        if (previous.index() > log.last().index()) {
            return new Verdict.Lacks(log.lastPossibleMatch(previous, agreedIndex));
        }
        EntryMetadata own = log.metadata(previous.index());
        if (!own.term().equals(previous.term())) {
            return previous.index() <= agreedIndex
                    ? new Verdict.Wrong("previous entry " + previous + " contradicts the committed " + own.id())
                    : new Verdict.Lacks(log.lastPossibleMatch(previous, agreedIndex));
        }
        if (!own.hash().equals(request.previousHash())) {
            return new Verdict.Wrong("previous entry " + previous + " has another hash there than here");
        }
        return compareEntries(request.entries(), own, request.term());
    }

    /** What was forgotten here is committed, so any leader of a later term has the same: only what comes after is new. */
    private Verdict compareAfterBase(AppendRequest request) {
        EntryMetadata base = log.base();
        if (request.verifiedIndex() < base.index()) {
            return new Verdict.Fits(OptionalLong.empty(), List.of());
        }
        int forgotten = Math.toIntExact(base.index() - request.previous().index());
        LogEntry atBase = request.entries().get(forgotten - 1);
        if (!atBase.metadata().equals(base)) {
            return new Verdict.Wrong("entry " + atBase.id() + " contradicts the committed " + base.id());
        }
        List<LogEntry> rest =
                request.entries().subList(forgotten, request.entries().size());
        return compareEntries(rest, base, request.term());
    }

    private Verdict compareEntries(List<LogEntry> entries, EntryMetadata previous, Term leaderTerm) {
        EntryMetadata parent = previous;
        int known = 0;
        boolean diverged = false;
        for (LogEntry entry : entries) {
            if (!entry.follows(parent) || entry.term().isAfter(leaderTerm)) {
                return new Verdict.Wrong("entry " + entry.id() + " does not follow " + parent.id());
            }
            if (entry.payload().size() > entryBytesMax) {
                return new Verdict.Wrong("entry " + entry.id() + " is larger than " + entryBytesMax + " bytes");
            }
            if (!diverged && entry.index() <= log.last().index()) {
                EntryMetadata own = log.metadata(entry.index());
                diverged = !own.term().equals(entry.term());
                if (!diverged && !own.hash().equals(entry.hash())) {
                    return new Verdict.Wrong("entry " + entry.id() + " has another hash there than here");
                }
                known += diverged ? 0 : 1;
            }
            parent = entry.metadata();
        }
        return fits(entries.subList(known, entries.size()), diverged);
    }

    private Verdict fits(List<LogEntry> newEntries, boolean diverged) {
        if (!diverged) {
            return new Verdict.Fits(OptionalLong.empty(), newEntries);
        }
        LogEntry first = newEntries.get(0);
        return first.index() <= agreedIndex
                ? new Verdict.Wrong("entry " + first.id() + " contradicts a committed one")
                : new Verdict.Fits(OptionalLong.of(first.index()), newEntries);
    }
}
