package org.khazana.ledger.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Passage;
import org.khazana.ledger.state.PassageId;
import org.khazana.ledger.state.SerialTrace;
import org.khazana.ledger.state.Tables;
import org.khazana.ledger.statetree.StateProof;

/**
 * Gathers, out of one state, the proofs of the records that tell the past of a token; for those who make proofs, and believe that
 * state.
 */
public final class PastRecords {
    private PastRecords() {}

    /** What was found. */
    public sealed interface Outcome {
        /**
         * All of it.
         *
         * @param passages newest first, as {@link SerialHistoryProof} has them
         */
        record Whole(List<StateProof> passages, SerialHistory history) implements Outcome {}

        /** A passage is not there, or not any more. */
        record Missing(PassageId passage) implements Outcome {}

        /** There are more passages than {@link SerialHistoryProof#PASSAGES_MAX}. */
        record TooMany() implements Outcome {}
    }

    /**
     * Follows the passages from a lot to where the token came into being.
     *
     * @param lot in which the serial is
     * @param records proves the record of a passage; empty if it cannot
     */
    public static Outcome gather(Lot lot, long serial, Function<PassageId, Optional<StateProof>> records) {
        List<StateProof> passages = new ArrayList<>();
        List<SerialTrace.Step> newestFirst = new ArrayList<>();
        Optional<SerialTrace.Cursor> next = Optional.of(SerialTrace.latest(lot, serial));
        while (next.isPresent()) {
            SerialTrace.Cursor cursor = next.get();
            Optional<StateProof> record = records.apply(cursor.passage());
            if (record.isEmpty() || !(record.get().claim() instanceof StateProof.Present present)) {
                return new Outcome.Missing(cursor.passage());
            }
            if (passages.size() == SerialHistoryProof.PASSAGES_MAX) {
                return new Outcome.TooMany();
            }
            passages.add(record.get());
            Passage passage = Tables.PASSAGES.readValue(cursor.passage(), present.value());
            Optional<SerialTrace.Step> step = SerialTrace.step(passage, cursor.serial());
            step.ifPresent(newestFirst::add);
            next = step.isPresent() ? SerialTrace.before(step.get()) : SerialTrace.beside(passage, cursor.serial());
        }
        return new Outcome.Whole(
                passages, new SerialHistory(lot.asset(), serial, newestFirst.reversed(), lot.holder()));
    }
}
