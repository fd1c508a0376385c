package org.khazana.ledger.state;

import java.util.Optional;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.serial.SerialRange;
import org.khazana.ledger.transaction.TransactionId;

/**
 * What happened once to tokens in a row: they came into being, changed hands, got new serials or were retired. Written once and
 * never changed; each names those before it, which is how any token is traced back to its beginning ({@link SerialTrace}).
 *
 * @param serials of the tokens, as they are from then on
 * @param from who gave; empty when they came into being
 * @param to who received; the same account when they were renumbered, empty when they were retired
 * @param blockTimeMillis when, milliseconds since 1970 UTC
 * @param earlier where their past is found; empty when they came into being
 * @param below where that of the lower serials is found with which they became one lot, if there were any
 * @param above where that of the higher ones is found
 */
public record Passage(
        PassageId id,
        AssetCode asset,
        SerialRange serials,
        Optional<AccountId> from,
        Optional<AccountId> to,
        TransactionId transaction,
        long blockTimeMillis,
        Optional<Earlier> earlier,
        Optional<PassageId> below,
        Optional<PassageId> above) {

    /**
     * The passage before.
     *
     * @param passage by which the tokens had come, or one that leads to it
     * @param first the serial that the first of them bore; another one only if they were renumbered
     */
    public record Earlier(PassageId passage, long first) {}

    /** The serials before this passage; the same ones unless it gave new ones. */
    public SerialRange serialsBefore() {
        return new SerialRange(earlier.map(Earlier::first).orElse(serials.first()), serials.count());
    }

    /** The same, leading to other passages on either side as well. */
    public Passage leadingTo(Optional<PassageId> lower, Optional<PassageId> higher) {
        return new Passage(id, asset, serials, from, to, transaction, blockTimeMillis, earlier, lower, higher);
    }
}
