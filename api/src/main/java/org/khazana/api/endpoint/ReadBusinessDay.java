package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.khazana.api.json.BusinessDayJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.state.BusinessCalendar;

/** {@code GET /v1/business-day}. */
public record ReadBusinessDay(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        LedgerGateway.Reading<BusinessDayJson> reading =
                gateway.read(state -> BusinessDayJson.of(0, state.businessTime(), new BusinessCalendar(state)));
        Reply.json(ctx, reading.value().at(reading.height()));
    }
}
