package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.RestrictionJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.state.Restriction;

/** {@code GET /v1/restrictions/{id}}. */
public record ReadRestriction(LedgerGateway gateway, Denominations denominations, InstantSource clock)
        implements Handler {
    @Override
    public void handle(Context ctx) {
        long number = PathParameter.number(ctx, "the number of a restriction");
        LedgerGateway.Reading<Optional<Restriction>> reading = gateway.read(state -> state.restriction(number));
        Restriction restriction = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.RESTRICTION_NOT_KNOWN,
                        "there is no restriction %d at height %d".formatted(number, reading.height())));
        Reply.json(ctx, RestrictionJson.of(reading.height(), restriction, clock.millis(), denominations));
    }
}
