package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.table.Numbered;

/**
 * An authority's word that something may not move. Several lie on the same units, each with its own record.
 *
 * @param number positive, chosen by the authority
 * @param quantity how many units of a position may not leave, which may be more than are held; empty: nothing moves at all
 * @param authority who has placed it
 * @param caseReference of the authority's file
 * @param documentHash SHA-256 of the document that it rests on, the newest one
 * @param fromMillis when it was placed, milliseconds since 1970 UTC
 * @param untilMillis the instant from which on it is over; empty: until it is lifted
 */
public record Restriction(
        long number,
        RestrictionGround ground,
        RestrictionTarget target,
        Blocks blocks,
        Optional<Long> quantity,
        PartyId authority,
        String caseReference,
        Hash documentHash,
        long fromMillis,
        Optional<Long> untilMillis,
        Status status) {
    public enum Status implements Numbered {
        /** Unless its time is over. */
        ACTIVE,
        LIFTED,
        /** Orders have taken all units that it held. */
        USED_UP
    }

    public boolean isActive(long nowMillis) {
        return status == Status.ACTIVE && (untilMillis.isEmpty() || nowMillis < untilMillis.get());
    }

    /** Whether it stops everything, and not a number of units only. */
    public boolean isWhole() {
        return quantity.isEmpty();
    }

    public Restriction with(Status next) {
        return new Restriction(
                number,
                ground,
                target,
                blocks,
                quantity,
                authority,
                caseReference,
                documentHash,
                fromMillis,
                untilMillis,
                next);
    }

    /** Blocks, holds back and lasts as given from now on. */
    public Restriction amended(Blocks newBlocks, Optional<Long> newQuantity, Optional<Long> newUntil, Hash document) {
        return new Restriction(
                number,
                ground,
                target,
                newBlocks,
                newQuantity,
                authority,
                caseReference,
                document,
                fromMillis,
                newUntil,
                status);
    }

    /** After an order has taken units; one of everything stays as it is. */
    public Restriction reducedBy(long taken) {
        Optional<Long> left = quantity.map(units -> Math.max(0, units - taken));
        Status next = left.filter(units -> units == 0).isPresent() ? Status.USED_UP : status;
        return new Restriction(
                number,
                ground,
                target,
                blocks,
                left,
                authority,
                caseReference,
                documentHash,
                fromMillis,
                untilMillis,
                next);
    }
}
