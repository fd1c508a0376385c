package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.BackingJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.ledger.id.AssetCode;

/** {@code GET /v1/assets/{code}/backing}. */
public record ReadBacking(LedgerGateway gateway) implements Handler {

    @Override
    public void handle(Context ctx) {
        AssetCode code = PathParameter.asset(ctx);
        LedgerGateway.Reading<Optional<BackingJson>> reading = gateway.read(state -> state.asset(code)
                .map(asset -> BackingJson.of(
                        0, code, state.attestations(code), state.reserveItems(code, BackingJson.ITEMS_MAX))));
        BackingJson backing = reading.value().orElseThrow(() -> ReadAsset.unknown(code, reading.height()));
        Reply.json(ctx, backing.at(reading.height()));
    }
}
