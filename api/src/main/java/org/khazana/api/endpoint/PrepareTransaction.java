package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.PrepareRequest;
import org.khazana.api.json.PreparedJson;
import org.khazana.api.json.StrictJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.Problem;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.transaction.ChainId;
import org.khazana.ledger.transaction.RequestId;
import org.khazana.ledger.transaction.TransactionBody;
import org.khazana.ledger.wire.MalformedTransaction;
import org.khazana.ledger.wire.TransactionCodec;

/**
 * {@code POST /v1/transactions/prepare}: turns an operation in JSON into the exact bytes to be signed. Changes nothing
 * and remembers nothing.
 */
public final class PrepareTransaction implements Handler {
    private final LedgerGateway gateway;
    private final Denominations denominations;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public PrepareTransaction(LedgerGateway gateway, Denominations denominations, InstantSource clock) {
        this.gateway = gateway;
        this.denominations = denominations;
        this.clock = clock;
    }

    @Override
    public void handle(Context ctx) {
        if (!RequestBody.mediaType(ctx).equals(RequestBody.JSON)) {
            throw RequestBody.unsupported("the Content-Type must be " + RequestBody.JSON, RequestBody.JSON);
        }
        PrepareRequest request = PrepareRequest.read(
                StrictJson.read(RequestBody.read(ctx, RequestBody.JSON_BYTES_MAX)), denominations, clock.instant());
        Reply.json(ctx, prepare(request));
    }

    private PreparedJson prepare(PrepareRequest request) {
        ChainId chainId = gateway.chainId();
        TransactionBody body = new TransactionBody(
                chainId,
                request.requestId().orElseGet(this::newRequestId),
                request.sender(),
                request.notBefore().toEpochMilli(),
                request.notAfter().toEpochMilli(),
                request.operation());
        byte[] bytes = TransactionCodec.encodeBody(body);
        requireWellFormed(bytes);
        byte[] signingBytes = TransactionCodec.signingBytes(chainId, bytes);
        return new PreparedJson(
                TransactionCodec.idOf(chainId, bytes).toString(),
                body.requestId().toString(),
                Instant.ofEpochMilli(body.notAfterMillis()).toString(),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(signingBytes),
                HexFormat.of().formatHex(signingBytes),
                new RequiredSigners(gateway).of(request.sender(), request.operation()));
    }

    /** What the ledger would not even read must not be signed. */
    private static void requireWellFormed(byte[] body) {
        try {
            TransactionCodec.decodeBody(body);
        } catch (MalformedTransaction e) {
            throw new RequestRefused(Problem.of(e.code(), String.valueOf(e.getMessage())));
        }
    }

    private RequestId newRequestId() {
        return new RequestId(random.nextLong(), random.nextLong());
    }
}
