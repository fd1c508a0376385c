package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.FormWriter;
import org.khazana.api.json.MotionJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.state.Motion;
import org.khazana.ledger.transaction.TransactionId;

/** {@code GET /v1/motions/{id}}. */
public record ReadMotion(LedgerGateway gateway, FormWriter forms) implements Handler {

    @Override
    public void handle(Context ctx) {
        TransactionId id = PathParameter.transaction(ctx);
        LedgerGateway.Reading<Optional<Motion>> reading = gateway.read(state -> state.motion(id));
        Motion motion = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.MOTION_NOT_KNOWN,
                        "transaction %s has raised no motion at height %d".formatted(id, reading.height())));
        Reply.json(ctx, MotionJson.of(reading.height(), motion, forms));
    }
}
