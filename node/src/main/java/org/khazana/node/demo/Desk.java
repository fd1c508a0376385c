package org.khazana.node.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * Where the actors sign and submit. Keeps a list of everything that was acknowledged. A transaction that a validator
 * could not take, or about whose fate it fell silent, is sent again to another, byte for byte: the ledger carries it
 * out once.
 */
final class Desk {
    private static final long VALIDITY_MILLIS = Duration.ofHours(1).toMillis();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChainId chain;
    private final KeyRing keys;
    private final Validators validators;
    private final SecureRandom random = new SecureRandom();
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    Desk(ChainId chain, KeyRing keys, Validators validators) {
        this.chain = chain;
        this.keys = keys;
        this.validators = validators;
    }

    ChainId chain() {
        return chain;
    }

    /** Everything that has a receipt so far, in order. */
    List<Acknowledged> acknowledged() {
        return Collections.unmodifiableList(acknowledged);
    }

    /**
     * Signs, submits and waits for the receipt.
     *
     * @param signers all who must sign; the first one sends
     * @throws DemoFailed when the ledger refuses, or nobody answers in time
     */
    Acknowledged carryOut(String what, Operation operation, Actor... signers) {
        byte[] envelope = sign(operation, signers);
        try {
            Acknowledged transaction = new Acknowledged(what, envelope, validators.submit(envelope, PATIENCE));
            acknowledged.add(transaction);
            return transaction;
        } catch (ProblemResponse | NoAnswer e) {
            throw new DemoFailed(what + " did not succeed: " + e.getMessage(), e);
        }
    }

    private byte[] sign(Operation operation, Actor... signers) {
        long notAfterMillis = System.currentTimeMillis() + VALIDITY_MILLIS;
        RequestId requestId = new RequestId(random.nextLong(), random.nextLong());
        byte[] body = TransactionCodec.encodeBody(
                new TransactionBody(chain, requestId, signers[0].party(), 0, notAfterMillis, operation));
        byte[] signingBytes = TransactionCodec.signingBytes(chain, body);
        return TransactionCodec.encodeEnvelope(
                body,
                Stream.of(signers)
                        .map(signer -> keys.sign(signer, signingBytes))
                        .toList());
    }
}
