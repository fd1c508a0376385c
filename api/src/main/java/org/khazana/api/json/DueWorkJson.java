package org.khazana.api.json;

import java.util.ArrayList;
import java.util.List;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.time.DueKind;

/** Work that is due as things were after the block of that height, by kind. */
public record DueWorkJson(long height, List<KindJson> work) {
    public DueWorkJson {
        work = List.copyOf(work);
    }

    /**
     * Work of one kind.
     *
     * @param cursor how many records were done so far; the next step names it
     * @param due how many records are due, counted no further than one step can take up
     * @param recordsMax most that one step takes up
     */
    public record KindJson(String kind, long cursor, int due, int recordsMax) {}

    /**
     * What is due at a moment.
     *
     * @param nowMillis since 1970 UTC
     */
    public static List<KindJson> of(LedgerView state, long nowMillis) {
        List<KindJson> work = new ArrayList<>();
        for (DueKind kind : DueKind.values()) {
            work.add(new KindJson(kind.name(), state.workDone(kind), due(kind, state, nowMillis), kind.recordsMax()));
        }
        return work;
    }

    private static int due(DueKind kind, LedgerView state, long nowMillis) {
        int most = kind.recordsMax();
        return switch (kind) {
            case SETTLE_INSTRUCTIONS ->
                state.instructionsDue(state.businessTime().day(nowMillis), most).size();
            case EXPIRE_INSTRUCTIONS ->
                state.instructionsExpired(nowMillis, most).size();
            case FREE_ENCUMBRANCES -> state.encumbrancesExpired(nowMillis, most).size();
            case CLOSE_MOTIONS -> state.motionsLapsed(nowMillis, most).size();
        };
    }
}
