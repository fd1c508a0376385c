package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
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
        LedgerGateway.Reading<Optional<List<Position>>> reading =
                gateway.read(state -> state.account(id).map(account -> state.positions(id)));
        List<Position> positions = reading.value()
                .orElseThrow(() -> RequestRefused.of(ProblemType.ACCOUNT_NOT_KNOWN, "there is no account " + id));
        Reply.json(ctx, PositionsJson.of(reading.height(), id.number(), positions, denominations));
    }
}
