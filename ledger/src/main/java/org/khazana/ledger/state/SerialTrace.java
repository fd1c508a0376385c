package org.khazana.ledger.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The past of one token, newest first, from the passage of its lot back to the one by which it came into being. Costs one
 * record for each time that it changed hands or its lot became one with others; read page by page.
 */
public final class SerialTrace {
    private SerialTrace() {}

    /**
     * Where to read on.
     *
     * @param serial as the token bore it after the passage
     */
    public record Cursor(PassageId passage, long serial) {}

    /**
     * One thing that happened to the token.
     *
     * @param serialBefore the serial that it bore before; another one only if it was renumbered then
     * @param serialAfter the serial that it bore afterwards
     */
    public record Step(Passage passage, long serialBefore, long serialAfter) {}

    /**
     * Some of its past.
     *
     * @param next empty when the token's beginning is among the steps, or when the cursor led nowhere
     */
    public record Page(List<Step> steps, Optional<Cursor> next) {}

    /** Where the past of a token begins to be read that is in {@code lot}. */
    public static Cursor latest(Lot lot, long serial) {
        return new Cursor(lot.passage(), serial);
    }

    /**
     * Reads on.
     *
     * @param passagesMax bounds how many records are looked at, whether they concern this token or not
     */
    public static Page read(LedgerView view, Cursor from, int passagesMax) {
        List<Step> steps = new ArrayList<>();
        Optional<Cursor> next = Optional.of(from);
        for (int looked = 0; next.isPresent() && looked < passagesMax; looked++) {
            Cursor cursor = next.get();
            next = view.passage(cursor.passage()).flatMap(passage -> before(passage, cursor.serial(), steps));
        }
        return new Page(List.copyOf(steps), next);
    }

    private static Optional<Cursor> before(Passage passage, long serial, List<Step> steps) {
        Optional<Step> step = step(passage, serial);
        step.ifPresent(steps::add);
        return step.isPresent() ? before(step.get()) : beside(passage, serial);
    }

    /** What a passage says of the token; empty if it is not one of those that it is about. */
    public static Optional<Step> step(Passage passage, long serial) {
        boolean isAfter = passage.serials().includes(serial);
        // A retired serial is asked for by its old number; old and new ones never overlap, unless they are the same.
        if (!isAfter && !passage.serialsBefore().includes(serial)) {
            return Optional.empty();
        }
        long offset = serial - (isAfter ? passage.serials() : passage.serialsBefore()).first();
        return Optional.of(new Step(
                passage,
                passage.serialsBefore().first() + offset,
                passage.serials().first() + offset));
    }

    /** Where to read on after a step; empty if it was the beginning. */
    public static Optional<Cursor> before(Step step) {
        return step.passage().earlier().map(earlier -> new Cursor(earlier.passage(), step.serialBefore()));
    }

    /** Where to read on after a passage that is about other tokens of the same lot. */
    public static Optional<Cursor> beside(Passage passage, long serial) {
        Optional<PassageId> side = serial < passage.serials().first() ? passage.below() : passage.above();
        return side.map(id -> new Cursor(id, serial));
    }
}
