package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.PledgeJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.state.Pledge;

/** {@code GET /v1/pledges/{id}}. */
public record ReadPledge(LedgerGateway gateway) implements Handler {
    @Override
    public void handle(Context ctx) {
        long number = PathParameter.number(ctx, "the number of a pledge");
        LedgerGateway.Reading<Optional<Pledge>> reading = gateway.read(state -> state.pledge(number));
        Pledge pledge = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.PLEDGE_NOT_KNOWN,
                        "there is no pledge %d at height %d".formatted(number, reading.height())));
        Reply.json(ctx, PledgeJson.of(reading.height(), pledge));
    }
}
