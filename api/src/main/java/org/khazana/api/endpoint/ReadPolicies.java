package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.khazana.api.json.PoliciesJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.authority.Policy;
import org.khazana.ledger.state.LedgerView;

/** {@code GET /v1/policies}. */
public record ReadPolicies(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        LedgerGateway.Reading<List<Policy>> reading = gateway.read(LedgerView::policies);
        Reply.json(ctx, PoliciesJson.of(reading.height(), reading.value()));
    }
}
