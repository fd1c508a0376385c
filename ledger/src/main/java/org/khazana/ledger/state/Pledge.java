package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.claim.PledgeKind;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Numbered;

/**
 * Terms of a pledge or a lien, kept for good; which units stand for it says its encumbrance.
 *
 * @param number positive, chosen by who gave it
 * @param part which of its encumbrances is the present one, counted from 1: one more with each substitution
 * @param beneficiary whose debt it secures
 * @param noticeDays how long after notice the beneficiary may take the units, days of 24 hours, 0 to 366
 * @param noticeGivenMillis when notice was given, milliseconds since 1970 UTC
 */
public record Pledge(
        long number,
        PledgeKind kind,
        int part,
        PartyId beneficiary,
        int noticeDays,
        Optional<Long> noticeGivenMillis,
        Status status) {
    private static final long DAY_MILLIS = 24L * 60 * 60 * 1000;

    public enum Status implements Numbered {
        /** Unless its encumbrance has expired. */
        STANDING,
        RELEASED,
        /** The beneficiary has taken the units. */
        ENFORCED,
        /** An order has taken all units that stood for it. */
        OVERRIDDEN
    }

    public EncumbranceId encumbrance() {
        return new EncumbranceId(kind.encumbrance(), number, part);
    }

    /** Whether the notice period, if it ever began, is over. */
    public boolean isNoticeOver(long nowMillis) {
        return noticeGivenMillis
                .filter(given -> nowMillis - given >= noticeDays * DAY_MILLIS)
                .isPresent();
    }

    public Pledge withNotice(long nowMillis) {
        return new Pledge(number, kind, part, beneficiary, noticeDays, Optional.of(nowMillis), status);
    }

    public Pledge with(Status next) {
        return new Pledge(number, kind, part, beneficiary, noticeDays, noticeGivenMillis, next);
    }

    /** Other units will stand for it. */
    public Pledge substituted() {
        return new Pledge(number, kind, Math.addExact(part, 1), beneficiary, noticeDays, noticeGivenMillis, status);
    }
}
