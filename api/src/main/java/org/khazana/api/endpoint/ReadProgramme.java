package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.ProgrammeJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.state.Programme;

/** {@code GET /v1/programmes/{code}}. */
public record ReadProgramme(LedgerGateway gateway, Denominations denominations) implements Handler {

    @Override
    public void handle(Context ctx) {
        String code = ctx.pathParam("code");
        LedgerGateway.Reading<Optional<Programme>> reading = gateway.read(state -> state.programme(code));
        Programme programme = reading.value()
                .orElseThrow(() -> RequestRefused.of(
                        ProblemType.PROGRAMME_NOT_KNOWN, "there is no such programme at height " + reading.height()));
        Reply.json(ctx, ProgrammeJson.of(reading.height(), programme, denominations));
    }
}
