package org.khazana.api.endpoint;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.khazana.api.json.Denominations;
import org.khazana.api.json.InstructionJson;
import org.khazana.api.json.InstructionJson.InstructionsJson;
import org.khazana.api.port.LedgerGateway;
import org.khazana.api.problem.ProblemType;
import org.khazana.api.problem.RequestRefused;
import org.khazana.ledger.id.PartyId;

/** {@code GET /v1/parties/{id}/instructions}. */
public record ReadPartyInstructions(LedgerGateway gateway, Denominations denominations, InstantSource clock)
        implements Handler {
    private static final int INSTRUCTIONS_MAX = 256;

    @Override
    public void handle(Context ctx) {
        PartyId party = PathParameter.party(ctx);
        long nowMillis = clock.millis();
        LedgerGateway.Reading<Optional<List<InstructionJson.Read>>> reading = gateway.read(state -> state.party(party)
                .map(known -> state.openInstructions(party, nowMillis, INSTRUCTIONS_MAX).stream()
                        .flatMap(number -> ReadInstruction.read(number, state).stream())
                        .toList()));
        List<InstructionJson.Read> open = reading.value()
                .orElseThrow(() -> RequestRefused.of(ProblemType.PARTY_NOT_KNOWN, "there is no party " + party));
        Reply.json(
                ctx,
                new InstructionsJson(
                        reading.height(),
                        party.number(),
                        open.stream()
                                .map(each -> InstructionJson.of(reading.height(), each, nowMillis, denominations))
                                .toList()));
    }
}
