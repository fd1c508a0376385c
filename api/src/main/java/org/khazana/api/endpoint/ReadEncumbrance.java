package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.EncumbranceJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.claim.EncumbranceId;
import org.khazana.ledger.state.Encumbrance;

/** {@code GET /v1/encumbrances/{id}}. */
public record ReadEncumbrance(LedgerGateway gateway, Denominations denominations) implements Handler {
    @Override
    public void handle(Context ctx) {
        EncumbranceId id = PathParameter.encumbrance(ctx);
        LedgerGateway.Reading<Optional<Encumbrance>> reading = gateway.read(state -> state.encumbrance(id));
        Encumbrance encumbrance = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.ENCUMBRANCE_NOT_KNOWN,
                        "there is no encumbrance %s at height %d".formatted(id, reading.height())));
        Reply.json(ctx, EncumbranceJson.of(reading.height(), encumbrance, denominations));
    }
}
