package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Position;

/** {@code GET /v1/accounts/{id}/positions}. */
public record ReadPositions(LedgerGateway gateway, Denominations denominations) implements Handler {

    @Override
    public void handle(Context ctx) {
        AccountId id = PathParameter.account(ctx);
        // An account never goes away, so asking for it first cannot contradict the second reading.
        if (gateway.account(id).value().isEmpty()) {
            throw RequestRefused.of(ProblemType.ACCOUNT_NOT_KNOWN, "there is no account " + id);
        }
        LedgerGateway.Reading<List<Position>> reading = gateway.positions(id);
        Reply.json(ctx, PositionsJson.of(reading.height(), id.number(), reading.value(), denominations));
    }
}
