package org.khazana.storage.folder;

import java.util.Optional;
import org.khazana.consensus.log.EntryMetadata;
import org.khazana.consensus.log.HardState;
import org.khazana.consensus.log.Term;
import org.khazana.storage.DataFolderProblem;
import org.khazana.storage.blocklog.LogFinding;
import org.khazana.storage.blocklog.LogOpening;
import org.khazana.storage.blocklog.SegmentedBlockLog;
import org.khazana.storage.vote.DualSlotVoteFile;

/**
 * The memory that consensus rests on, opened together because one vouches for the other: a log that lost entries may go
 * on only if the vote file says so first, durably. A member that recovers neither votes nor counts, so what it forgot
 * cannot be decided against; it gets its entries back from the others.
 *
 * @param warning what was found and what happens now, for the operator; empty in the normal case
 */
public record LogAndVote(SegmentedBlockLog log, DualSlotVoteFile vote, Optional<String> warning) {
    private static final String WHAT_HAPPENS =
            ". This validator goes on as RECOVERING: it neither votes nor counts until it has got from the others what it"
                    + " lost, which happens by itself while a majority without it is there. Look after its disk; if"
                    + " this happens again, replace the disk and then the validator";

    /**
     * Opens both. What the log has lost is cut off only after the vote file says that this member recovers.
     *
     * @param appliedHeight what the ledger state holds already, and so the log must have held
     * @throws DataFolderProblem if the vote file cannot be trusted or is older than the log
     */
    public static LogAndVote open(DualSlotVoteFile vote, LogOpening log, long appliedHeight) {
        HardState before = vote.load();
        EntryMetadata last = log.last();
        if (last.term().isAfter(before.term())) {
            throw new DataFolderProblem("the block log holds an entry of term " + last.term()
                    + ", although the vote file knows only term " + before.term()
                    + ": a vote was lost; restore the data folder from the disk's own backup of this validator, or have"
                    + " the validator replaced");
        }
        Optional<String> loss = whatWasLost(before, log.finding(), last, appliedHeight);
        if (loss.isPresent() && !before.isRecovering()) {
            vote.store(before.recovering());
        }
        SegmentedBlockLog opened = log.proceed();
        return new LogAndVote(opened, vote, warning(loss, before, log.finding()));
    }

    private static Optional<String> whatWasLost(
            HardState vote, LogFinding finding, EntryMetadata last, long appliedHeight) {
        return switch (finding) {
            case LogFinding.Damaged(long keptThrough, String sentence) ->
                Optional.of(sentence + "; what was written after block " + keptThrough + " is lost here");
            case LogFinding.New()
            when vote.term().isAfter(Term.ZERO) ->
                Optional.of("the block log is missing, although this validator took part up to term " + vote.term()
                        + " already; all of it is lost here");
            case LogFinding found
            when appliedHeight > last.index() && !vote.isRecovering() ->
                Optional.of("the block log ends at " + last.index() + ", although the ledger state holds block "
                        + appliedHeight + "; what was written after block " + last.index() + " is lost here");
            case LogFinding found -> Optional.empty();
        };
    }

    private static Optional<String> warning(Optional<String> loss, HardState before, LogFinding finding) {
        if (loss.isPresent()) {
            return Optional.of(loss.get() + WHAT_HAPPENS);
        }
        if (before.isRecovering()) {
            return Optional.of("an earlier start found that blocks were lost" + WHAT_HAPPENS);
        }
        return finding instanceof LogFinding.Torn(String sentence)
                ? Optional.of(sentence + ". Nothing needs to be done")
                : Optional.empty();
    }

    /** What this member starts with. */
    public HardState hardState() {
        return vote.load();
    }
}
