package org.khazana.ledger.state;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.khazana.ledger.authority.Signers;
import org.khazana.ledger.id.PartyId;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.table.Numbered;
import org.khazana.ledger.transaction.TransactionId;

/**
 * An operation that waits for the agreement of others. It stays when it is decided, so that everybody can see who agreed.
 *
 * @param id of the transaction that raised it, which every support so commits to
 * @param agreed who agreed so far; the sender is who raised it
 * @param opposed who spoke against it
 * @param expiresAtMillis from when nobody can agree any more, milliseconds since 1970 UTC
 */
public record Motion(
        TransactionId id,
        Operation operation,
        Signers agreed,
        SortedSet<PartyId> opposed,
        long expiresAtMillis,
        Status status) {
    /** Most motions of one party that are open at a time. */
    public static final int OPEN_PER_PARTY_MAX = 64;

    /** Most parties that may have spoken for or against it. */
    public static final int VOICES_MAX = 64;

    /** What became of it. That it lapsed follows from the time. */
    public enum Status implements Numbered {
        OPEN,
        CARRIED_OUT,
        /** The policy could not be met any more without those who opposed it. */
        REJECTED,
        /** Open, until due work has found that its time was over. */
        LAPSED
    }

    public Motion {
        opposed = Collections.unmodifiableSortedSet(new TreeSet<>(opposed));
    }

    public Motion with(Signers more) {
        SortedSet<PartyId> fewer = new TreeSet<>(opposed);
        fewer.removeAll(more.parties());
        return new Motion(id, operation, agreed.and(more), fewer, expiresAtMillis, status);
    }

    /** Who opposes it does not agree any more. */
    public Motion opposedBy(PartyId party) {
        SortedSet<PartyId> more = new TreeSet<>(opposed);
        more.add(party);
        return new Motion(id, operation, agreed.without(party), more, expiresAtMillis, status);
    }

    public Motion with(Status next) {
        return new Motion(id, operation, agreed, opposed, expiresAtMillis, next);
    }

    public PartyId mover() {
        return agreed.sender();
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
