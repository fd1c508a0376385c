package org.khazana.node.bench.drive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.khazana.ledger.transaction.TransactionId;

/** What is asked over HTTP: the bytes that go out, whichever validator gets them. Made before anything is measured. */
public final class Request {
    private final Kind kind;
    private final byte[] bytes;
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
        RECEIPT
    }

    private Request(Kind kind, byte[] bytes, Optional<TransactionId> transaction) {
        this.kind = kind;
        this.bytes = bytes;
        this.transaction = transaction;
    }

    /** Submits the bytes of an Envelope, and waits until it is committed. */
    public static Request committed(TransactionId id, byte[] envelope) {
        return new Request(Kind.COMMITTED, post("/v1/transactions", envelope), Optional.of(id));
    }

    /** Submits the bytes of an Envelope, and waits until it is certified. */
    public static Request certified(TransactionId id, byte[] envelope) {
        return new Request(Kind.CERTIFIED, post("/v1/transactions?wait=certified", envelope), Optional.of(id));
    }

    /** Reads {@code path}. */
    public static Request read(String path) {
        return new Request(Kind.READ, get(path), Optional.empty());
    }

    /** Asks for the receipt of a transaction. */
    public static Request receipt(TransactionId id) {
        return new Request(Kind.RECEIPT, get("/v1/transactions/" + id), Optional.of(id));
    }

    private static byte[] post(String path, byte[] envelope) {
        byte[] head = ascii("POST " + path + " HTTP/1.1\r\nHost: khazana\r\nContent-Type: application/x-protobuf\r\n"
                + "Content-Length: " + envelope.length + "\r\n\r\n");
        return ByteBuffer.allocate(head.length + envelope.length)
                .put(head)
                .put(envelope)
                .array();
    }

    private static byte[] get(String path) {
        return ascii("GET " + path + " HTTP/1.1\r\nHost: khazana\r\n\r\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public Kind kind() {
        return kind;
    }

    /** Which transaction it is about; none for a read. */
    public Optional<TransactionId> transaction() {
        return transaction;
    }

    /** All that is sent; to be read only. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
