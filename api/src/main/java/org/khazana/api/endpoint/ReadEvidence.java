package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.EvidenceJson;
import org.khazana.api.port.LedgerGateway;

/** {@code GET /v1/evidence}: what this node keeps against validators that lied, and against itself. */
public record ReadEvidence(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        Reply.json(ctx, EvidenceJson.of(gateway.evidence()));
    }
}
