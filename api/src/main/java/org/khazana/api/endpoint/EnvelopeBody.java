package org.khazana.api.endpoint;

import io.javalin.http.Context;
import org.khazana.api.json.StrictJson;
import org.khazana.api.json.SubmitRequest;
import org.khazana.ledger.transaction.EnvelopeLimits;
import org.khazana.ledger.wire.TransactionCodec;

/** A signed transaction in a request: the bytes of an Envelope, or JSON with body and signatures. */
final class EnvelopeBody {
    private static final String BOTH_TYPES = RequestBody.JSON + ", " + RequestBody.PROTOBUF;

    private EnvelopeBody() {}

    static byte[] read(Context ctx) {
        return switch (RequestBody.mediaType(ctx)) {
            case RequestBody.PROTOBUF -> RequestBody.read(ctx, EnvelopeLimits.ENVELOPE_BYTES_MAX);
            case RequestBody.JSON -> {
                SubmitRequest request =
                        SubmitRequest.read(StrictJson.read(RequestBody.read(ctx, RequestBody.JSON_BYTES_MAX)));
                yield TransactionCodec.encodeEnvelope(request.body(), request.signatures());
            }
            default -> throw RequestBody.unsupported("the Content-Type must be one of " + BOTH_TYPES, BOTH_TYPES);
        };
    }
}
