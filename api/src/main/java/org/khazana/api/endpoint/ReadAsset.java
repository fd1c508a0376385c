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

/** {@code GET /v1/assets/{code}}: by ISIN or currency code. */
public record ReadAsset(LedgerGateway gateway, Denominations denominations) implements Handler {

    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        LedgerGateway.Reading<Optional<Asset>> reading = gateway.read(state -> state.asset(code));
        Asset asset = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.ASSET_NOT_KNOWN,
                        "there is no asset %s at height %d".formatted(code, reading.height())));
        Reply.json(ctx, AssetJson.of(reading.height(), asset, denominations));
    }
}
