package org.khazana.ledger.finality;

import java.util.Optional;
import org.khazana.ledger.crypto.Hash;

/**
 * Whether a validator signs the head of a block that it has executed, and that is durable here. It promises never to sign two heads that
 * cannot be of one history, whatever it forgets but its {@link SigningRecord}.
 *
 * <p><b>Why one pair of height and hash is enough.</b> Claim: all heads that it ever signed lie on one chain of heads, and the
 * record names the highest. It is true before the first. A new signature is made only for a head of a greater height on whose
 * chain the record's head lies: it follows it directly, or the validator's own history has it at that height. A hash names one
 * head, and a head the one before, so all that lies before the record's head lies before the new one too; and the new one
 * becomes the record, durably, before the signature leaves. If the process dies between, the record names a head that nobody has
 * seen signed, which only keeps it from signing another. Signing the head of the record once more is no new statement. So of one
 * height it never signs two heads, nor heights of two histories.
 *
 * <p>Heights may be left out, as whoever catches up does. While it replays what lies below the record it says nothing, although
 * it may have signed there: the signature for the record's height, sent again once that is reached and matches, vouches for all
 * before it. After a snapshot the history may begin above the record; then nobody here knows whether the snapshot continues what
 * was signed, and it keeps silent until the hash of its own history at the record's height is known from somewhere it can check,
 * such as heads that lead down to it.
 *
 * <p>The record belongs to a key. A validator whose record is lost signs no more with this key, just as one whose vote is lost
 * votes no more: it is replaced by one with a new directory <em>and a new signing key</em>.
 */
public final class SigningRule {
    private SigningRule() {}

    /** The heads of the history that this node has executed or checked. */
    @FunctionalInterface
    public interface OwnHistory {
        /** The hash of its head at {@code height}; empty if it is not known here. */
        Optional<Hash> headHashAt(long height);
    }

    /**
     * Decides about one head; changes nothing.
     *
     * @param record what was signed last; empty only if the key never signed anything, not if that was forgotten
     * @param executed the head of a block whose bytes and outcome are this node's own
     * @param history the one that {@code executed} is of
     */
    public static SigningDecision decide(Optional<SigningRecord> record, Head executed, OwnHistory history) {
        if (record.isEmpty()) {
            return SigningDecision.SIGN;
        }
        SigningRecord signed = record.get();
        if (executed.height() < signed.height()) {
            return SigningDecision.KEEP_SILENT;
        }
        if (executed.height() == signed.height()) {
            return executed.hash().equals(signed.head()) ? SigningDecision.SEND_AGAIN : SigningDecision.STOP;
        }
        Optional<Hash> own = executed.height() - 1 == signed.height()
                ? Optional.of(executed.previous())
                : history.headHashAt(signed.height());
        if (own.isEmpty()) {
            return SigningDecision.KEEP_SILENT;
        }
        return own.get().equals(signed.head()) ? SigningDecision.SIGN : SigningDecision.STOP;
    }
}
