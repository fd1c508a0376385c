package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.RecountJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.AssetRecount;

/** {@code GET /v1/assets/{code}/recount}. */
public record ReadRecount(LedgerGateway gateway, Denominations denominations) implements Handler {

    private record Known(Optional<AssetRecount> goingOn, Optional<AssetRecount> last) {}

    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        LedgerGateway.Reading<Optional<Known>> reading = gateway.read(
                state -> state.asset(code).map(asset -> new Known(state.openRecount(code), state.lastRecount(code))));
        Known known = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.ASSET_NOT_KNOWN,
                        "there is no asset %s at height %d".formatted(code, reading.height())));
        Reply.json(ctx, RecountJson.of(reading.height(), code, known.goingOn(), known.last(), denominations));
    }
}
