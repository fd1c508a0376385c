package org.khazana.api.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.state.Pledge;

/**
 * A pledge or lien as it was after the block of that height.
 *
 * @param encumbrance id of what stands for it; gone when the pledge is
 * @param noticeGiven when the beneficiary gave notice that it will take the units
 */
public record PledgeJson(
        long height,
        long pledge,
        String kind,
        long beneficiary,
        String encumbrance,
        int noticeDays,
        @Nullable String noticeGiven,
        String status) {
    public static PledgeJson of(long height, Pledge pledge) {
        return new PledgeJson(
                height,
                pledge.number(),
                pledge.kind().name(),
                pledge.beneficiary().number(),
                pledge.encumbrance().toString(),
                pledge.noticeDays(),
                pledge.noticeGivenMillis()
                        .map(millis -> Instant.ofEpochMilli(millis).toString())
                        .orElse(null),
                pledge.status().name());
    }
}
