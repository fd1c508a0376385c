package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.ClusterJson;
import org.khazana.api.port.LedgerGateway;

/** {@code GET /v1/cluster}. */
public record ReadCluster(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        Reply.json(ctx, ClusterJson.of(gateway.cluster()));
    }
}
