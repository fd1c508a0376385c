package org.khazana.node.bench.drive;

import java.util.Optional;
import org.khazana.ledger.transaction.TransactionId;

/**
 * What is asked, made before anything is measured: the same path and bytes go out however often it is sent, and whichever
 * validator gets them.
 */
public final class Request {
    private static final byte[] NOTHING = {};

    private final Kind kind;
    private final String path;
    private final byte[] envelope;
    private final Optional<TransactionId> transaction;

    /** What answer is waited for. */
    public enum Kind {
        /** A transaction, until it is committed and carried out. */
        COMMITTED,
        /** A transaction, until it is certified as well. */
        CERTIFIED,
        /** A read whose answer knows everything that was acknowledged before. */
        READ,
        /** The receipt of a transaction that was acknowledged before. */
        RECEIPT;

        /** Whether a transaction is submitted. */
        boolean isTransaction() {
            return this == COMMITTED || this == CERTIFIED;
        }
    }

    private Request(Kind kind, String path, byte[] envelope, Optional<TransactionId> transaction) {
        this.kind = kind;
        this.path = path;
        this.envelope = envelope;
        this.transaction = transaction;
    }

    /** Submits the bytes of an Envelope, which are not copied, and waits until it is committed. */
    public static Request committed(TransactionId id, byte[] envelope) {
        return new Request(Kind.COMMITTED, "/v1/transactions?wait=committed", envelope, Optional.of(id));
    }

    /** Submits the bytes of an Envelope, which are not copied, and waits until it is certified. */
    public static Request certified(TransactionId id, byte[] envelope) {
        return new Request(Kind.CERTIFIED, "/v1/transactions?wait=certified", envelope, Optional.of(id));
    }

    /** Reads {@code path}. */
    public static Request read(String path) {
        return new Request(Kind.READ, path, NOTHING, Optional.empty());
    }

    /** Asks for the receipt of a transaction. */
    public static Request receipt(TransactionId id) {
        return new Request(Kind.RECEIPT, "/v1/transactions/" + id, NOTHING, Optional.of(id));
    }

    public Kind kind() {
        return kind;
    }

    public String path() {
        return path;
    }

    /** Bytes of the Envelope, to be read only; none unless a transaction is submitted. */
    public byte[] envelope() {
        return envelope;
    }

    /** Which transaction it is about; none for a read. */
    public Optional<TransactionId> transaction() {
        return transaction;
    }
}
