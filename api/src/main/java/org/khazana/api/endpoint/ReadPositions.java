package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.khazana.api.json.AccountJson.PositionsJson;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Availability;
import org.khazana.ledger.state.Restraints;

/** {@code GET /v1/accounts/{id}/positions}. */
public record ReadPositions(LedgerGateway gateway, Denominations denominations, InstantSource clock)
        implements Handler {

    @Override
    public void handle(Context ctx) {
        AccountId id = PathParameter.account(ctx);
        long nowMillis = clock.millis();
        LedgerGateway.Reading<Optional<Map<AssetCode, Availability>>> reading = gateway.read(
                state -> state.account(id).map(account -> new Restraints(state, nowMillis).positions(account)));
        Map<AssetCode, Availability> positions = reading.value()
                .orElseThrow(() -> RequestRefused.of(ProblemType.ACCOUNT_NOT_KNOWN, "there is no account " + id));
        Reply.json(ctx, PositionsJson.of(reading.height(), id.number(), positions, denominations));
    }
}
