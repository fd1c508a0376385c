package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.ValidatorsJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.state.LedgerView;
import org.khazana.ledger.validator.ValidatorSet;

/** {@code GET /v1/validators}. */
public record ReadValidators(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        LedgerGateway.Reading<ValidatorSet> reading = gateway.read(LedgerView::newestValidators);
        Reply.json(ctx, ValidatorsJson.of(reading.height(), reading.value()));
    }
}
