package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.RestrictionJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AccountId;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Restriction;

/** {@code GET /v1/accounts/{id}/restrictions}. */
public record ReadRestrictions(LedgerGateway gateway, Denominations denominations, InstantSource clock)
        implements Handler {
    private static final int RESTRICTIONS_MAX = 1_000;

    @Override
    public void handle(Context ctx) {
        AccountId id = PathParameter.account(ctx);
        long nowMillis = clock.millis();
        LedgerGateway.Reading<Optional<List<Restriction>>> reading = gateway.read(state -> state.account(id)
                .map(account -> new Restraints(state, nowMillis).ofAccount(account, RESTRICTIONS_MAX)));
        List<Restriction> restrictions = reading.value()
                .orElseThrow(() -> RequestRefused.of(ProblemType.ACCOUNT_NOT_KNOWN, "there is no account " + id));
        Reply.json(
                ctx,
                new RestrictionJson.RestrictionsJson(
                        reading.height(),
                        id.number(),
                        restrictions.stream()
                                .map(each -> RestrictionJson.of(reading.height(), each, nowMillis, denominations))
                                .toList()));
    }
}
