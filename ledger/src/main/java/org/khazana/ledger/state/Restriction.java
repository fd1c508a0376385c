package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.claim.Blocks;
import org.khazana.ledger.claim.RestrictionGround;
import org.khazana.ledger.claim.RestrictionScope;
import org.khazana.ledger.crypto.Hash;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.serial.SerialSet;
import org.khazana.ledger.table.Numbered;

/**
 * An authority's word that something may not move. Several lie on the same units, each with its own record.
 *
 * @param number positive, chosen by the authority
 * @param quantity how many units of a position may not leave, which may be more than are held; empty where no number is named
 * @param serials which tokens may not leave the account that holds them; none for any scope but {@code SERIALS}
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
        SerialSet serials,
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

    /** Whether it stops everything, and not a number of units or certain tokens only. */
    public boolean isWhole() {
        return quantity.isEmpty() && !isOfSerials();
    }

    public boolean isOfSerials() {
        return target.scope() == RestrictionScope.SERIALS;
    }

    /** Whether so many units are not more than it holds. */
    public boolean holds(long units) {
        return isOfSerials()
                ? units <= serials.count()
                : quantity.filter(held -> held < units).isEmpty();
    }

    public Restriction with(Status next) {
        return new Restriction(
                number,
                ground,
                target,
                blocks,
                quantity,
                serials,
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
                serials,
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
        return left(left, serials, left.filter(units -> units == 0).isPresent() ? Status.USED_UP : status);
    }

    /** After an order has taken these tokens of it. */
    public Restriction without(SerialSet taken) {
        SerialSet left = serials.without(taken);
        return left(quantity, left, left.isEmpty() ? Status.USED_UP : status);
    }

    private Restriction left(Optional<Long> units, SerialSet tokens, Status next) {
        return new Restriction(
                number,
                ground,
                target,
                blocks,
                units,
                tokens,
                authority,
                caseReference,
                documentHash,
                fromMillis,
                untilMillis,
                next);
    }
}
