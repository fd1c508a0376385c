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
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Restraints;
import org.khazana.ledger.state.Restriction;

/** {@code GET /v1/assets/{code}/restrictions}. */
public record ReadAssetRestrictions(LedgerGateway gateway, Denominations denominations, InstantSource clock)
        implements Handler {

    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        long nowMillis = clock.millis();
        LedgerGateway.Reading<Optional<List<Restriction>>> reading =
                gateway.read(state -> state.asset(code).map(asset -> new Restraints(state, nowMillis).ofAsset(code)));
        List<Restriction> restrictions = reading.value()
                .orElseThrow(() -> RequestRefused.of(ProblemType.ASSET_NOT_KNOWN, "there is no asset " + code));
        Reply.json(
                ctx,
                new RestrictionJson.AssetRestrictionsJson(
                        reading.height(),
                        code.text(),
                        restrictions.stream()
                                .map(each -> RestrictionJson.of(reading.height(), each, nowMillis, denominations))
                                .toList()));
    }
}
