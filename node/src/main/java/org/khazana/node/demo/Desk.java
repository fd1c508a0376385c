package org.khazana.node.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.khazana.api.client.NoAnswer;
import org.khazana.api.client.ProblemResponse;
import org.khazana.api.json.CheckJson;
import org.khazana.api.json.ReceiptJson;
import org.khazana.ledger.operation.Operation;
import org.khazana.ledger.refusal.RefusalCode;
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

    private static final String DONE = "done";

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

    /** Everything that has a receipt so far, refusals included, in order. */
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

    /**
     * Signs what the ledger has to refuse, has it checked beforehand and submits it all the same.
     *
     * @param codes every rule that it breaks, the one that counts first
     * @param signers all who must sign; the first one sends
     * @throws DemoFailed when it is carried out, or refused for other reasons, or nobody answers in time
     */
    Refused beRefused(String what, Operation operation, List<RefusalCode> codes, Actor... signers)
            throws InterruptedException {
        byte[] envelope = sign(operation, signers);
        try {
            CheckJson foreseen = validators.check(envelope, lastHeight(), PATIENCE);
            Acknowledged committed = new Acknowledged(what, envelope, refusal(what, envelope));
            acknowledged.add(committed);
            return Refused.of(codes, foreseen, committed);
        } catch (ProblemResponse | NoAnswer e) {
            throw new DemoFailed(what + " could not be judged: " + e.getMessage(), e);
        }
    }

    private ReceiptJson refusal(String what, byte[] envelope) {
        try {
            ReceiptJson receipt = validators.submit(envelope, PATIENCE);
            throw new DemoFailed(what + " had to be refused, but was carried out in block " + receipt.height());
        } catch (ProblemResponse e) {
            Optional<ReceiptJson> receipt = e.receipt();
            return receipt.orElseThrow(() -> new DemoFailed(what + " did not reach the ledger: " + e.getMessage(), e));
        }
    }

    /** What was done last. */
    Acknowledged lastCarriedOut() {
        return acknowledged.reversed().stream()
                .filter(transaction -> transaction.receipt().result().equals(DONE))
                .findFirst()
                .orElseThrow(() -> new DemoFailed("nothing was carried out"));
    }

    /** Of the newest block that holds something acknowledged; 0 if there is none. */
    long lastHeight() {
        return acknowledged.stream()
                .mapToLong(transaction -> transaction.receipt().height())
                .max()
                .orElse(0);
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
