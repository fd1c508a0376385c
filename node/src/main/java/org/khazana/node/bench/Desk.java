package org.khazana.node.bench;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.transaction.TransactionId;
import org.khazana.ledger.wire.TransactionCodec;
import org.khazana.node.bench.drive.Request;

/** Makes requests out of operations: signed, and with a request id that nothing else has. Safe to use from several threads. */
final class Desk {
    private static final long VALIDITY_MILLIS = Duration.ofHours(12).toMillis();

    private final ChainId chain;
    private final long run = new SecureRandom().nextLong();
    private final AtomicLong number = new AtomicLong();

    Desk(ChainId chain) {
        this.chain = chain;
    }

    /** Makes {@code count} requests on all processors, in the order of their numbers from {@code first} on. */
    static List<Request> prepare(long first, long count, LongFunction<Request> request) {
        return LongStream.range(first, first + count)
                .parallel()
                .mapToObj(request)
                .toList();
    }

    /** A request that is answered when the transaction is committed, or also certified. */
    Request request(Signed signed, boolean isCertified) {
        RequestId id = new RequestId(run, number.getAndIncrement());
        long notAfterMillis = System.currentTimeMillis() + VALIDITY_MILLIS;
        byte[] body = TransactionCodec.encodeBody(new TransactionBody(
                chain, id, signed.signatories().getFirst().party(), 0, notAfterMillis, signed.operation()));
        byte[] signingBytes = TransactionCodec.signingBytes(chain, body);
        byte[] envelope = TransactionCodec.encodeEnvelope(
                body,
                signed.signatories().stream()
                        .map(signatory -> signatory.sign(signingBytes))
                        .toList());
        TransactionId transaction = TransactionCodec.idOf(chain, body);
        return isCertified ? Request.certified(transaction, envelope) : Request.committed(transaction, envelope);
    }
}
