package org.khazana.api.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Lot;
import org.khazana.ledger.state.Restriction;
import org.khazana.ledger.state.SerialTrace;

/**
 * One token, as it was after the block of that height, and what happened to it, newest first.
 *
 * @param serial as it was asked for; serials are decimal strings, as they have up to 63 bits
 * @param holder the account that holds it; none if it is retired, or known by another serial now
 * @param tranche the first serial of those that were given out together with it
 * @param locked the first day on which it can be moved, if that is limited
 * @param restrictions the numbers of those that are active, by the clock of this node, and name it
 * @param encumbrance the id of the one that names it, such as {@code PLEDGE-17-1}, by the clock of this node; absent where none does
 * @param movements a page of them
 * @param next where earlier ones are; none when the last one here is the token's beginning
 */
public record SerialJson(
        long height,
        String asset,
        String serial,
        @Nullable Long holder,
        String tranche,
        @Nullable String locked,
        List<Long> restrictions,
        @Nullable String encumbrance,
        List<MovementJson> movements,
        @Nullable String next) {

    /**
     * Shapes a token.
     *
     * @param lot that has the serial
     * @param restrictions that name it
     * @param encumbrance that names it
     */
    public static SerialJson of(
            long height,
            Lot lot,
            long serial,
            List<Restriction> restrictions,
            Optional<EncumbranceId> encumbrance,
            SerialTrace.Page page) {
        return new SerialJson(
                height,
                lot.asset().text(),
                Long.toString(serial),
                lot.holder().map(AccountId::number).orElse(null),
                Long.toString(lot.tranche()),
                lot.earliestTransferDay() == 0
                        ? null
                        : LocalDate.ofEpochDay(lot.earliestTransferDay()).toString(),
                restrictions.stream().map(Restriction::number).toList(),
                encumbrance.map(EncumbranceId::toString).orElse(null),
                page.steps().stream().map(MovementJson::of).toList(),
                page.next()
                        .map(cursor ->
                                "/v1/assets/%s/serials/%d/before/%s".formatted(lot.asset(), serial, text(cursor)))
                        .orElse(null));
    }

    private static String text(SerialTrace.Cursor cursor) {
        return "%d.%d.%d.%d"
                .formatted(
                        cursor.passage().height(),
                        cursor.passage().position(),
                        cursor.passage().ordinal(),
                        cursor.serial());
    }

    /**
     * What happened to it once.
     *
     * @param height of the block
     * @param from the account that gave it; none when it was issued
     * @param to the account that received it; none when it was retired
     * @param newSerial by which it is known since then, if it was renumbered
     * @param oldSerial by which it was known until then, if it was renumbered
     */
    public record MovementJson(
            long height,
            String time,
            String transactionId,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String oldSerial,
            @Nullable String newSerial) {
        static MovementJson of(SerialTrace.Step step) {
            boolean isRenumbered = step.serialBefore() != step.serialAfter();
            return new MovementJson(
                    step.passage().id().height(),
                    Instant.ofEpochMilli(step.passage().blockTimeMillis()).toString(),
                    step.passage().transaction().toString(),
                    step.passage().from().map(AccountId::number).orElse(null),
                    step.passage().to().map(AccountId::number).orElse(null),
                    isRenumbered ? Long.toString(step.serialBefore()) : null,
                    isRenumbered ? Long.toString(step.serialAfter()) : null);
        }
    }
}
