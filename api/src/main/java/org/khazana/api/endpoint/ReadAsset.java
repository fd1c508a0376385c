package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.AssetJson;
import org.khazana.api.json.Denominations;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.AssetCode;
import org.khazana.ledger.state.Asset;
import org.khazana.ledger.state.LedgerView;

/** {@code GET /v1/assets/{code}}: by ISIN or currency code. */
public record ReadAsset(LedgerGateway gateway, Denominations denominations) implements Handler {

    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        LedgerGateway.Reading<Optional<Known>> reading =
                gateway.read(state -> state.asset(code).map(asset -> new Known(asset, dayOf(state))));
        Known known = reading.value().orElseThrow(() -> unknown(code, reading.height()));
        Reply.json(ctx, AssetJson.of(reading.height(), known.asset(), known.day(), denominations));
    }

    private record Known(Asset asset, long day) {}

    /** A read has no time of its own: before a business day was opened nothing is told to have matured. */
    private static long dayOf(LedgerView state) {
        return state.businessTime().day().orElse(Integer.MIN_VALUE);
    }

    static RequestRefused unknown(AssetCode code, long height) {
        return RequestRefused.of(
                ProblemType.ASSET_NOT_KNOWN, "there is no asset %s at height %d".formatted(code, height));
    }
}
