package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.List;
import org.khazana.api.json.DueWorkJson;
import org.khazana.api.port.LedgerGateway;

/** {@code GET /v1/due-work}. */
public record ReadDueWork(LedgerGateway gateway, InstantSource clock) implements Handler {
    @Override
    public void handle(Context ctx) {
        LedgerGateway.Reading<List<DueWorkJson.KindJson>> reading =
                gateway.read(state -> DueWorkJson.of(state, clock.millis()));
        Reply.json(ctx, new DueWorkJson(reading.height(), reading.value()));
    }
}
